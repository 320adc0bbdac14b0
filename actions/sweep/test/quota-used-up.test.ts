// It concerns every further request, and GitHub bans those who go on.
import { expect, it } from 'vitest';

import { playRefusedMidway } from './support/play-refused-midway.ts';

it('stops asking when the quota is used up, and says until when', async () => {
  expect(await playRefusedMidway('rateLimit')).toMatch(
    /quota of the token is used up until \d{4}-/,
  );
});
