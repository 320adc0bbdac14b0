// A profile of another step wins over the variables of the minted key in some S3 clients.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('warns of a profile', () =>
  playScenario(action, async (job) => {
    const inputs = { export: 'sos', operations: 'get-object', zone: 'ch-gva-2' };
    const main = await job.main({ inputs, env: { AWS_PROFILE: 'another cloud' } });
    expect(main.exitCode).toBe(0);
    expect(main.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('AWS_PROFILE') },
    ]);
    await job.post();
    expect(job.leftovers()).toEqual([]);
  }));
