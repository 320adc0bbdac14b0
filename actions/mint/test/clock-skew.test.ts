// The server finds every signature too old. Its Date header tells why.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

const now = (): number => Date.now() + 20 * 60_000;

it('says how far the clock is off', () =>
  playScenario(
    action,
    async (job) => {
      const main = await job.main();
      expect(assertFailure(main, job)).toContain('clock is 20 minutes behind');
      await expect(job.transcript()).toMatchFileSnapshot('snapshots/clock-skew.txt');
    },
    { simulator: { now } },
  ));
