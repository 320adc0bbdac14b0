// It concerns every further request, and GitHub bans those who go on.
import { expect, it } from 'vitest';

import { playRefusedMidway } from './support/play-refused-midway.ts';

it('stops asking at a secondary rate limit too', async () => {
  expect(await playRefusedMidway('secondaryRateLimit')).toMatch(/403: .* GitHub limits how fast/);
});
