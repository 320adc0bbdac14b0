// Callers without types get a coded error, before anything is sent that could do more than was meant.
import { describe, expect, it } from 'vitest';

import * as iam from '../src/index.ts';
import { lessee } from './support/lessee.ts';
import { createOrganization } from './support/organization.ts';

const loose = iam as unknown as Record<string, (...given: readonly unknown[]) => unknown>;
const { client, simulator } = createOrganization();
const operations = ['list-zones'];
const policy = { 'default-service-strategy': 'deny', services: {} };

async function failureOf(name: string, given: readonly unknown[]): Promise<unknown> {
  return Promise.resolve()
    .then(() => loose[name]?.(...given))
    .then(
      () => 'no error',
      (error: unknown) => error,
    );
}

describe.each<[string, string, readonly unknown[]]>([
  ['createClient', 'ERR_CREDENTIALS_MISSING', [{}]],
  ['createClient', 'ERR_CREDENTIALS_MISSING', [{ credentials: 'EXO' }]],
  ['findLease', 'ERR_ARGUMENT_INVALID', [client]],
  ['findLease', 'ERR_ARGUMENT_INVALID', [client, { lease: 5 }]],
  ['selectLeases', 'ERR_ARGUMENT_INVALID', ['leases', {}]],
  ['selectLeases', 'ERR_ARGUMENT_INVALID', [[], null]],
  ['countOutcomes', 'ERR_ARGUMENT_INVALID', [{}]],
  ['updateIamRole', 'ERR_ARGUMENT_INVALID', [client, 'id']],
  ['updateIamRole', 'ERR_ARGUMENT_INVALID', [client, 'id', { description: 'x' }]],
  ['updateIamRolePolicy', 'ERR_ARGUMENT_INVALID', [client, 'id', policy]],
  ['usageReport', 'ERR_ARGUMENT_INVALID', [client]],
  ['usageReport', 'ERR_ARGUMENT_INVALID', [client, { since: 5 }]],
  ['summarizeUsage', 'ERR_ARGUMENT_INVALID', [undefined, {}]],
  ['summarizeUsage', 'ERR_ARGUMENT_INVALID', [{ operations: 'a' }, { zones: [], failures: [] }]],
  // Without a policy, or with a member that is misspelt, the key could do more than was meant.
  ['createIamRole', 'ERR_POLICY_INVALID', [client, { name: 'a' }]],
  ['createIamRole', 'ERR_POLICY_INVALID', [client]],
  ['compileScope', 'ERR_SCOPE_INVALID', [{ tags: ['sos'], resource: ['sos/bucket:one'] }]],
  ['compileScope', 'ERR_SCOPE_INVALID', [{ operations, getOperations: 'deny' }]],
  ['compileScope', 'ERR_SCOPE_INVALID', [{ operations, getOperation: 'denied' }]],
  ['mint', 'ERR_SCOPE_INVALID', [client, { ...lessee, scope: { Operations: [] }, ttlSeconds: 60 }]],
  [
    'planLease',
    'ERR_SCOPE_INVALID',
    [client, { ...lessee, scope: { policies: {} }, ttlSeconds: 60 }],
  ],
])('%s', (name, code, given) => {
  it(`answers ${code} and sends nothing`, async () => {
    expect(await failureOf(name, given)).toMatchObject({ name: 'ExoIamError', code });
    expect(simulator.requests).toEqual([]);
  });
});

it.each([undefined, null, 5, 5n, Symbol('zones')])(
  'request of an operation that is %s is ERR_OPERATION_UNKNOWN',
  async (operation) => {
    await expect(client.request(operation as never)).rejects.toMatchObject({
      code: 'ERR_OPERATION_UNKNOWN',
    });
  },
);

it('takes an undefined member of a scope for one that is left out', () => {
  const missing = { operations, tags: undefined, resources: undefined, policy: undefined };
  expect(iam.compileScope(missing)).toEqual(iam.compileScope({ operations }));
});
