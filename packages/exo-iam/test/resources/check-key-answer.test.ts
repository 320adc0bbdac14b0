import { describe, expect, it } from 'vitest';

import { assumeIamRole, createAccessKey, createApiKey } from '../../src/index.ts';
import { createOrganization } from '../support/organization.ts';

const good = { key: 'EXOkey', secret: 'se/cret+', name: 'lease' };

describe.each([
  ['create-api-key', { method: 'POST', path: '/v2/api-key' }],
  ['create-access-key', { method: 'POST', path: '/v2/access-key' }],
  ['assume-iam-role', { method: 'POST', path: '/v2/iam-role/id/assume' }],
] as const)('the answer of %s', (operation, fault) => {
  const create = async (body: object | string): Promise<unknown> => {
    const { client, simulator } = createOrganization();
    simulator.faults.add({ ...fault, respond: { status: 200, body } });
    if (operation === 'create-api-key') return createApiKey(client, { name: 'n', 'role-id': 'id' });
    if (operation === 'create-access-key') return createAccessKey(client, { name: 'n' });
    return assumeIamRole(client, 'id', { ttlSeconds: 60 });
  };

  it('is taken as it is when it can be used', async () => {
    expect(await create(good)).toEqual(good);
  });

  it.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['text', '"EXOkey"'],
    ['no key', { ...good, key: undefined }],
    ['a space in the secret', { ...good, secret: 's s' }],
    ['no secret', { ...good, secret: undefined }],
    ['an empty secret', { ...good, secret: '' }],
    ['a number', { ...good, secret: 1 }],
    ['a line break in the key', { ...good, key: 'EXOkey\n::warning::' }],
    ['a line break in the secret', { ...good, secret: 'a\nb' }],
  ])('is refused with %s', async (_, body) => {
    await expect(create(body)).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
      operation,
      uncertain: true,
      message: expect.not.stringContaining('cret+'),
    });
  });
});
