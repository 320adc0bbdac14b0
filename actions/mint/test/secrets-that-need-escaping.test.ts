// Characters with a meaning in commands, URLs, JSON and CSS: a mask has to hold them as they are.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

const parentKey = { apiKey: 'EXOparent', apiSecret: `a/b%25c+d"e'f\\g=` };

it('masks secrets with unusual characters', () =>
  playScenario(
    action,
    async (job) => {
      const minted = {
        key: 'EXO0123456789abcdef01234567',
        name: 'of no interest',
        'role-id': 'nor this',
        secret: `%0A+/="'&<minted>::add-mask::`,
      };
      const { faults } = job.simulator;
      faults.add({ operation: 'create-api-key', respond: { status: 200, body: minted } });
      const main = await job.main();
      expect(main.exitCode).toBe(0);
      expect(main.outputs['api-secret']).toBe(minted.secret);
      expect(main.stdout).toContain(`::add-mask::%250A+/="'&<minted>::add-mask::\n`);
      await job.post();
      expect(job.leftovers()).toEqual([]);
      await expect(job.transcript()).toMatchFileSnapshot(
        'snapshots/secrets-that-need-escaping.txt',
      );
    },
    { simulator: { parentKey } },
  ));
