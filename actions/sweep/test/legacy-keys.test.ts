// Legacy access keys are listed only when asked for: their endpoints may be gone.
import { createAccessKey, createClient } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('sweeps legacy access keys with `legacy`, and does not look for them without', () =>
  playSweep(async ({ job, github, run }) => {
    github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
    const { state, parentAccessKey, fetch } = job.simulator;
    const client = createClient({ credentials: parentAccessKey, fetch });
    const name =
      'exo-lease.1790000000.0a1b2c3d.gj.996e1f71.0.22c740a9.1234567.1.55512345678.4.octo.site';
    const { key } = await createAccessKey(client, { name, operations: ['list-zones'] });
    const without = await run();
    expect(without.outputs['report']).toBe('[]');
    expect(without.requests.map(({ path }) => path)).not.toContain('/v2/access-key');
    expect(state.accessKeys.has(key)).toBe(true);
    const inputs = {
      legacy: 'true',
      'api-key': parentAccessKey.apiKey,
      'api-secret': parentAccessKey.apiSecret,
    };
    const swept = await run({ inputs });
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toMatchObject({ revoked: '1' });
    expect([...state.accessKeys.keys()]).toEqual([parentAccessKey.apiKey]);
  }));
