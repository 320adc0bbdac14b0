// It concerns every further request, and GitHub bans those who go on.
import { expect, it } from 'vitest';

import { playRefusedMidway } from './support/play-refused-midway.ts';

it('stops asking when the token is refused', async () => {
  expect(await playRefusedMidway('badCredentials')).toMatch(
    /401: Bad credentials.* check github-token/,
  );
});
