// The policy that the README gives for the parent key is enough.
import { readFileSync } from 'node:fs';

import { createApiKey, createClient, createIamRole, type IamPolicy } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('sweeps with a parent key of the documented policy', () =>
  playSweep(async ({ job, github, seed, run }) => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const [, json = ''] = /```json\n(.*?)```/s.exec(readme) ?? [];
    const { parentKey: credentials, fetch } = job.simulator;
    const client = createClient({ credentials, fetch });
    const policy = JSON.parse(json) as IamPolicy;
    const roleId = await createIamRole(client, { name: 'sweeper', policy });
    const { key, secret } = await createApiKey(client, { name: 'sweeper', 'role-id': roleId });
    github.repositories.set('octo/site', withAttempts({ jobs: [overJob()] }));
    await seed({});
    const swept = await run({ inputs: { 'api-key': key, 'api-secret': secret } });
    expect(swept.exitCode).toBe(0);
    expect(job.leftovers()).toEqual(['key sweeper', 'role sweeper']);
  }));
