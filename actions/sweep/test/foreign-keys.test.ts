// Keys and roles that are not leases of this prefix are none of its business, whatever their age.
import { createApiKey, createClient, createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('touches nothing that has no name of a lease', () =>
  playSweep(async ({ job, run }) => {
    const client = createClient({
      credentials: job.simulator.parentKey,
      fetch: job.simulator.fetch,
    });
    const policy = { 'default-service-strategy': 'deny', services: {} } as const;
    const names = [
      'sks-ccm-5f2b1c9e-1111-4222-8333-944455556666',
      'terraform',
      'exo-lease',
      'exo-lease.1.2.3',
      'exo-leases.1.0a.lo.me.laptop',
      'Exo-lease.1.0a.lo.me.laptop',
      ' exo-lease.1.0a.lo.me.laptop',
      'my.exo-lease.1.0a.lo.me.laptop',
    ];
    for (const name of names) {
      await createApiKey(client, {
        name,
        'role-id': await createIamRole(client, { name, policy }),
      });
    }
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs['report']).toBe('[]');
    expect(swept.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(job.leftovers()).toHaveLength(2 * names.length);
    expect(job.simulator.state.apiKeys.has(job.simulator.parentKey.apiKey)).toBe(true);
  }));
