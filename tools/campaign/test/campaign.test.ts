// Twenty jobs of the campaign. A job that fails here is played alone by `npm run campaign -- --seed 10 --only N`.
import { expect, it } from 'vitest';

import { createPlan } from '../src/create-plan.ts';
import { runCampaign } from '../src/run-campaign.ts';

it('breaks no law in twenty jobs', async () => {
  const played = await runCampaign({ seed: 10, scenarios: 20 });
  expect(played).toHaveLength(20);
  const broken = played.filter((each) => each.broken.length > 0);
  expect(broken.map(({ index, broken: laws }) => [index, laws])).toEqual([]);
});

it('makes the same jobs of the same seed, and others of another', () => {
  expect(createPlan(10, 3)).toEqual(createPlan(10, 3));
  const plans = Array.from({ length: 5 }, (_, index) => createPlan(10, index));
  expect(plans).not.toEqual(Array.from({ length: 5 }, (_, index) => createPlan(11, index)));
});
