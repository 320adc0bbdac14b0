import { describe, expect, it } from 'vitest';

import { assumeIamRole } from '../../src/resources/assume-iam-role.ts';
import {
  createIamRole,
  getIamRole,
  updateIamRole,
  updateIamRolePolicy,
} from '../../src/resources/iam-role.ts';
import { createOrganization } from '../support/organization.ts';

const policy = { 'default-service-strategy': 'deny', services: {} } as const;
const anyone = { rules: [{ action: 'allow', expression: 'true' }] } as const;

describe('an IAM role', () => {
  it('is made with all that can be said of it', async () => {
    const { client } = createOrganization();
    const role = {
      name: 'role',
      description: 'of a test',
      policy,
      permissions: ['bypass-governance-retention'],
      editable: false,
      labels: { team: 'infra' },
      'max-session-ttl': 600,
      'assume-role-policy': anyone,
    } as const;
    const id = await createIamRole(client, role);
    expect(await getIamRole(client, id)).toEqual({ id, ...role });
  });

  it('is changed without touching its policy', async () => {
    const { client, sleeps } = createOrganization({ pendingPolls: 1 });
    const id = await createIamRole(client, { name: 'role', policy });
    const changes = { description: 'changed', labels: { team: 'web' }, 'max-session-ttl': 60 };
    const polled = sleeps.length;
    await updateIamRole(client, id, { changes });
    expect(sleeps.length).toBeGreaterThan(polled);
    expect(await getIamRole(client, id)).toMatchObject({ ...changes, name: 'role', policy });
  });

  it('gets another policy', async () => {
    const { client, sleeps } = createOrganization({ pendingPolls: 1 });
    const id = await createIamRole(client, { name: 'role', policy });
    const other = { ...policy, services: { dns: { type: 'allow' } } } as const;
    const polled = sleeps.length;
    await updateIamRolePolicy(client, id, { policy: other });
    expect(sleeps.length).toBeGreaterThan(polled);
    expect(await getIamRole(client, id)).toMatchObject({ name: 'role', policy: other });
  });

  it('that is unknown is an error', async () => {
    const { client } = createOrganization();
    await expect(getIamRole(client, 'unknown')).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
  });
});

describe('assumeIamRole', () => {
  const assumable = {
    name: 'deploy',
    policy: { ...policy, services: { compute: { type: 'allow' } } },
    'assume-role-policy': anyone,
    'max-session-ttl': 600,
  } as const;

  it('gives a key that acts as the role until its deadline', async () => {
    const organization = createOrganization();
    const { client } = organization;
    const id = await createIamRole(client, assumable);
    const { key, secret, ...assumed } = await assumeIamRole(client, id, { ttlSeconds: 300 });
    expect(assumed).toEqual({
      name: 'deploy',
      'role-id': id,
      'org-id': expect.any(String),
      'expires-at': new Date(client.now() + 300_000).toISOString(),
    });
    const session = organization.clientOf({ apiKey: key, apiSecret: secret });
    await expect(session.request('list-instances')).resolves.toEqual({ instances: [] });
    await expect(session.request('list-iam-roles')).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
    });
    organization.advance(300_000);
    await expect(session.request('list-instances')).rejects.toMatchObject({ status: 403 });
  });

  it('is refused more time than the role allows', async () => {
    const { client } = createOrganization();
    const id = await createIamRole(client, assumable);
    await expect(assumeIamRole(client, id, { ttlSeconds: 601 })).rejects.toMatchObject({
      code: 'ERR_REQUEST_REFUSED',
    });
  });

  it('is not repeated when the answer is lost', async () => {
    const { client, simulator } = createOrganization();
    const id = await createIamRole(client, assumable);
    simulator.faults.add({ operation: 'assume-iam-role', dropConnection: 'after' });
    await expect(assumeIamRole(client, id, { ttlSeconds: 300 })).rejects.toMatchObject({
      uncertain: true,
    });
    expect(simulator.state.sessions.size).toBe(1);
  });
});
