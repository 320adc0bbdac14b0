// Characters that shells of Windows treat as their own are just characters here.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

const parentKey = { apiKey: 'EXOparent', apiSecret: '%PATH%^&|<>!/C:\\Users\\$env:X`;(x)' };

it('keeps secrets with characters of Windows shells', () =>
  playScenario(
    action,
    async (job) => {
      const main = await job.main();
      expect(main.exitCode).toBe(0);
      await job.post();
      expect(job.leftovers()).toEqual([]);
      await expect(job.transcript()).toMatchFileSnapshot(
        'snapshots/secrets-that-windows-mangles.txt',
      );
    },
    { simulator: { parentKey } },
  ));
