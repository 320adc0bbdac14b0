// The typed calls, each against the simulator.
import { describe, expect, it } from 'vitest';

import {
  createApiKey,
  createIamRole,
  deleteApiKey,
  deleteIamRole,
  getApiKey,
  listApiKeys,
  listIamRoles,
  listZones,
} from '../../src/index.ts';
import { createOrganization } from '../support/organization.ts';

const policy = { 'default-service-strategy': 'deny', services: {} } as const;

describe('api-key and iam-role', () => {
  it('go through their lives', async () => {
    const { client, simulator } = createOrganization();
    const roleId = await createIamRole(client, { name: 'role', description: 'of a test', policy });
    expect(await listIamRoles(client)).toContainEqual(
      expect.objectContaining({ id: roleId, name: 'role', policy }),
    );
    const { secret, ...key } = await createApiKey(client, { name: 'key', 'role-id': roleId });
    expect(secret).not.toBe('');
    expect(await getApiKey(client, key.key)).toMatchObject(key);
    expect(await listApiKeys(client)).toContainEqual(expect.objectContaining(key));
    await deleteApiKey(client, key.key);
    await deleteIamRole(client, roleId);
    expect(await listApiKeys(client)).not.toContainEqual(expect.objectContaining(key));
    expect([...simulator.state.roles.values()].map(({ name }) => name)).not.toContain('role');
  });

  it('says when the API did not tell the id of a new role', async () => {
    const { client, simulator } = createOrganization();
    simulator.faults.add({ respond: { status: 200, body: { id: '1', state: 'success' } } });
    await expect(createIamRole(client, { name: 'role', policy })).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
      uncertain: true,
    });
  });
});

describe('zone', () => {
  it('lists each with its endpoints', async () => {
    const { client } = createOrganization();
    expect(await listZones(client)).toContainEqual({
      name: 'ch-gva-2',
      'api-endpoint': 'https://api-ch-gva-2.exoscale.com/v2',
      'sos-endpoint': 'https://sos-ch-gva-2.exo.io',
    });
  });
});
