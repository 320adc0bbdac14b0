// npm run campaign [-- --seed N --scenarios N --only N]: the long campaign, with a line for each broken law.
import { parseArgs } from 'node:util';

import { createPlan } from './src/create-plan.ts';
import { playPlan } from './src/play-plan.ts';
import { runCampaign } from './src/run-campaign.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    scenarios: { type: 'string', default: '300' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);

if (values.only === undefined) {
  let done = 0;
  const played = await runCampaign({
    seed,
    scenarios: Number(values.scenarios),
    onPlayed({ index, plan, broken }) {
      done += 1;
      for (const law of broken) console.log(`${index} (${plan.method}): broken: ${law}`);
      if (done % 50 === 0) console.log(`… ${done} jobs played`);
    },
  });
  const broken = played.filter((each) => each.broken.length > 0);
  console.table({
    seed,
    scenarios: played.length,
    'with a signal': played.filter(({ plan }) => plan.interrupt).length,
    'main failed': played.filter(({ mainFailed }) => mainFailed).length,
    'post failed': played.filter(({ postFailed }) => postFailed).length,
    'laws broken in': broken.length,
  });
  process.exitCode = broken.length > 0 ? 1 : 0;
} else {
  const plan = createPlan(seed, Number(values.only));
  const { broken, story } = await playPlan(plan);
  console.dir(plan, { depth: 5 });
  console.log(story);
  console.log(broken.length > 0 ? broken.join('\n') : 'No law is broken.');
  process.exitCode = broken.length > 0 ? 1 : 0;
}
