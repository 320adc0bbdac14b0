import { describe, expect, it } from 'vitest';

import { findRole } from '../../src/lease/find-role.ts';
import { mint } from '../../src/lease/mint.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization } from '../support/organization.ts';

const policy = { 'default-service-strategy': 'deny', services: {} } as const;

describe('findRole', () => {
  it('finds a role by its name and by its id', async () => {
    const { client } = createOrganization();
    const id = await createIamRole(client, { name: 'deployer', policy });
    expect(await findRole(client, 'deployer')).toMatchObject({ id, name: 'deployer' });
    expect(await findRole(client, id)).toMatchObject({ id, name: 'deployer' });
  });

  it('prefers the id to a role that was given it for a name', async () => {
    const { client } = createOrganization();
    const id = await createIamRole(client, { name: 'deployer', policy });
    await createIamRole(client, { name: id, policy });
    expect(await findRole(client, id)).toMatchObject({ id });
  });

  it('refuses to choose between two of one name, and tells their ids', async () => {
    const { client } = createOrganization();
    const ids = [
      await createIamRole(client, { name: 'deployer', policy }),
      await createIamRole(client, { name: 'deployer', policy }),
    ];
    await expect(findRole(client, 'deployer')).rejects.toMatchObject({
      code: 'ERR_ROLE_AMBIGUOUS',
      field: 'role',
      message: expect.stringMatching(`^2 roles are called .*${ids.join(', ')}`),
    });
    expect(await findRole(client, ids[1] ?? '')).toMatchObject({ id: ids[1] });
  });

  it.each(['', 'Deployer', 'deploye', 'deployer ', '__proto__', 'constructor', 'toString'])(
    'finds none called %j',
    async (name) => {
      const { client } = createOrganization();
      await createIamRole(client, { name: 'deployer', policy });
      await expect(findRole(client, name)).rejects.toMatchObject({
        code: 'ERR_ROLE_NOT_FOUND',
        field: 'role',
      });
    },
  );

  it('names what is near, and the input that is at fault', async () => {
    const { client } = createOrganization();
    await createIamRole(client, { name: 'deployer', policy });
    await expect(findRole(client, 'deploier', { field: 'template' })).rejects.toMatchObject({
      field: 'template',
      message: expect.stringContaining('did you mean deployer?'),
    });
  });

  it('is not put off by a role without a name', async () => {
    const { client, simulator } = createOrganization();
    const body = { 'iam-roles': [{ id: '1' }, { id: '2', name: 'deployer' }] };
    const fault = { operation: 'list-iam-roles', times: 2, respond: { status: 200, body } };
    simulator.faults.add(fault);
    expect(await findRole(client, 'deployer')).toMatchObject({ id: '2' });
    await expect(findRole(client, 'deploy')).rejects.toMatchObject({
      code: 'ERR_ROLE_NOT_FOUND',
      message: expect.stringContaining('did you mean deployer'),
    });
  });

  it('ends with the reason of a signal, and asks nothing after it', async () => {
    const { client, simulator } = createOrganization();
    const reason = new Error('the job was cancelled');
    const signal = AbortSignal.abort(reason);
    const finding = findRole(client, 'deployer', { signal });
    await expect(finding).rejects.toBe(reason);
    expect(simulator.requests).toEqual([]);
  });

  it.each([
    { method: 'role', scope: { role: 'deployer' } },
    { method: 'assume-role', scope: { role: 'deployer' } },
    { scope: { template: 'deployer' } },
  ] as const)('is reached by the signal of a mint with %j', async (how) => {
    const controller = new AbortController();
    const reason = new Error('the job was cancelled');
    const { client, simulator } = createOrganization(
      {},
      {
        fetch: async (input, init) => {
          if (!new Request(input).url.endsWith('/iam-role')) return simulator.fetch(input, init);
          // Never answered: only the signal ends it.
          return new Promise((_, reject) => {
            init?.signal?.addEventListener('abort', () => reject(reason));
            controller.abort(reason);
          });
        },
      },
    );
    const request = { ...how, ttlSeconds: 900, ...lessee };
    await expect(mint(client, request, { signal: controller.signal })).rejects.toBe(reason);
    expect(simulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
