// It concerns every further request, and GitHub bans those who go on.
import { expect, it } from 'vitest';

import { playRefusedMidway } from './support/play-refused-midway.ts';

it('stops asking when GitHub wants fewer requests', async () => {
  expect(await playRefusedMidway('tooManyRequests')).toMatch(/429: .* GitHub limits how fast/);
});
