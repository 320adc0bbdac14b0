import { describe, expect, it } from 'vitest';

import { createSimulator, type SavedState } from '../../src/index.ts';
import { clientOf, createItem, createKey, createRole } from '../support/client.ts';

const assumeRolePolicy = { rules: [{ action: 'allow', expression: 'true' }] };

// A state with a member of every kind, as it comes back from a file.
async function saveOne(options = {}): Promise<SavedState> {
  const simulator = createSimulator(options);
  const send = clientOf(simulator);
  const fields = { description: 'd', labels: { a: 'b' }, 'max-session-ttl': 60 };
  const roleId = await createRole(send, { ...fields, 'assume-role-policy': assumeRolePolicy });
  await send('POST', `/v2/iam-role/${roleId}/assume`, { ttl: 60 });
  const { apiKey } = await createKey(send, roleId);
  await createKey(send, roleId, 'second');
  await send('DELETE', `/v2/api-key/${apiKey}`);
  await createItem(send, '/v2/security-group', { name: 'web' });
  return JSON.parse(JSON.stringify(simulator.save())) as SavedState;
}

describe('a saved state', () => {
  it('is a copy', async () => {
    const simulator = createSimulator();
    const before = simulator.save();
    await createRole(clientOf(simulator));
    expect(before.roles).toHaveLength(2);
    expect(simulator.save().roles).toHaveLength(3);
  });

  it('brings everything back', async () => {
    const savedState = await saveOne();
    const simulator = createSimulator({ savedState });
    expect(simulator.save()).toEqual(savedState);
    expect(simulator.parentKey).toEqual(savedState.parentKey);
    expect(simulator.parentAccessKey).toEqual(savedState.parentAccessKey);
  });

  it('lets every key go on', async () => {
    const savedState = await saveOne();
    const simulator = createSimulator({ savedState });
    const [session] = savedState.sessions;
    const second = savedState.apiKeys.find(({ name }) => name === 'second');
    for (const { key, secret } of [session, second].filter((one) => one !== undefined)) {
      const send = clientOf(simulator, { apiKey: key, apiSecret: secret });
      expect((await send('GET', '/v2/instance')).status).toBe(200);
    }
    const legacy = clientOf(simulator, simulator.parentAccessKey);
    expect((await legacy('GET', '/v2/access-key')).status).toBe(200);
  });

  it('remembers what is still under way', async () => {
    const simulator = createSimulator({ pendingPolls: 1 });
    await createRole(clientOf(simulator));
    const again = createSimulator({ savedState: simulator.save() });
    const send = clientOf(again);
    const [{ id, reference }] = again.save().operations as [SavedState['operations'][number]];
    const body = { name: 'key', 'role-id': reference?.id };
    expect((await send('POST', '/v2/api-key', body)).status).toBe(404);
    expect((await send('GET', `/v2/operation/${id}`)).body.state).toBe('pending');
    expect((await send('GET', `/v2/operation/${id}`)).body.state).toBe('success');
    expect((await send('POST', '/v2/api-key', body)).status).toBe(200);
  });

  it('brings back what was made, and nothing that holds it', async () => {
    const savedState = await saveOne();
    const simulator = createSimulator({ savedState });
    const send = clientOf(simulator);
    const [group] = (await send('GET', '/v2/security-group')).body['security-groups'];
    expect(group).toMatchObject({ name: 'web', rules: [] });
    await send('DELETE', `/v2/security-group/${group.id}`);
    expect(savedState.resources).toHaveLength(1);
    expect(simulator.save().resources).toEqual([]);
  });

  it('keeps built-in roles apart from others', async () => {
    const savedState = await saveOne();
    const send = clientOf(createSimulator({ savedState }));
    expect((await send('DELETE', `/v2/iam-role/${savedState.ownerRoleId}`)).status).toBe(403);
  });
});

describe('a saved state is refused', () => {
  const refused = expect.objectContaining({ code: 'ERR_INVALID_STATE' });

  it.each([null, [], 'text', {}, { version: 2 }, { version: 1 }])('as %j', (savedState) => {
    expect(() => createSimulator({ savedState: savedState as never })).toThrow(refused);
  });

  it.each(Object.keys(createSimulator().save()))('without %s as it should be', async (name) => {
    const savedState = await saveOne();
    for (const value of [undefined, 1.5, [null], { a: 1 }]) {
      const broken = { ...savedState, [name]: value };
      expect(() => createSimulator({ savedState: broken })).toThrow(refused);
    }
  });

  it.each([
    ['roles', { maxSessionTtl: '1' }],
    ['roles', { assumeRolePolicy: {} }],
    ['roles', { labels: { a: 1 } }],
    ['apiKeys', { createdAt: null }],
    ['sessions', { expiresAt: 'later' }],
    ['accessKeys', { resources: [{}] }],
    ['accessKeys', { resources: {} }],
    ['resources', { path: 1 }],
    ['resources', { members: [] }],
    ['operations', { state: 'failure' }],
    ['operations', { reference: { link: 1 } }],
  ] as const)('for %s with %j', async (name, wrong) => {
    const savedState = await saveOne();
    const [first] = savedState[name];
    const broken = { ...savedState, [name]: [{ ...first, ...wrong }] };
    expect(() => createSimulator({ savedState: broken })).toThrow(refused);
  });
});

it.each(['parentKey', 'parentAccessKey', 'organizationPolicy'])(
  'a saved state is not combined with %s',
  async (name) => {
    const savedState = await saveOne();
    const { parentKey, organizationPolicy } = savedState;
    const value = name === 'organizationPolicy' ? organizationPolicy : parentKey;
    expect(() => createSimulator({ savedState, [name]: value })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    );
  },
);
