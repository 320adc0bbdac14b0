// Each error code, thrown once: its message says what was expected or what to do.
import type { Fault } from '@x/exo-sim';
import { expect, it } from 'vitest';

import { createClient } from '../src/client/create-client.ts';
import { resolveEndpoint } from '../src/client/endpoint.ts';
import { ExoIamError, type ExoIamErrorCode } from '../src/errors.ts';
import { findLease } from '../src/lease/find-leases.ts';
import { findRole } from '../src/lease/find-role.ts';
import type { LeaseScope } from '../src/lease/mint-request.ts';
import { mint } from '../src/lease/mint.ts';
import { sweep } from '../src/lease/sweep.ts';
import { verifyKey } from '../src/lease/verify-key.ts';
import { createIamRole } from '../src/resources/iam-role.ts';
import { waitForOperation } from '../src/resources/operation.ts';
import { compileScope } from '../src/scope/compile-scope.ts';
import { parseTtl } from '../src/scope/parse-duration.ts';
import { lessee } from './support/lessee.ts';
import { createOrganization, type Organization } from './support/organization.ts';

type Throwing = (organization: Organization) => unknown;

const policy = { 'default-service-strategy': 'deny', services: {} } as const;

const struck =
  (fault: Fault): Throwing =>
  ({ client, simulator }) => {
    simulator.faults.add({ times: Infinity, ...fault });
    return client.request('list-iam-roles');
  };

const refused = (status: number, message: string): Throwing =>
  struck({ respond: { status, body: { message } } });

const minting =
  (scope: LeaseScope, method?: 'access-key'): Throwing =>
  ({ client, clientOf, simulator }) =>
    mint(method ? clientOf(simulator.parentAccessKey) : client, {
      method,
      scope,
      ttlSeconds: 900,
      ...lessee,
    });

// The type asks for every code.
const cases: Readonly<Record<ExoIamErrorCode, Throwing>> = {
  ERR_CREDENTIALS_MISSING: () => createClient({ credentials: { apiKey: '', apiSecret: 's' } }),
  ERR_CREDENTIALS_INVALID: () => createClient({ credentials: { apiKey: 'a\n', apiSecret: 's' } }),
  ERR_ENDPOINT_INVALID: () => resolveEndpoint({ endpoint: 'ftp://x' }),
  ERR_ZONE_INVALID: () => resolveEndpoint({ zone: 'Geneva' }),
  ERR_DURATION_INVALID: () => parseTtl('soon'),
  ERR_NAME_INVALID: ({ client }) => sweep(client, { prefix: '' }),
  ERR_SCOPE_EMPTY: minting({}),
  ERR_SCOPE_CONFLICT: minting({ role: 'x', operations: ['list-zones'] }),
  ERR_SCOPE_INVALID: () => compileScope({ operations: 'list-zones' as unknown as string[] }),
  ERR_OPERATION_UNKNOWN: () => compileScope({ operations: ['list-zone'] }),
  ERR_TAG_UNKNOWN: () => compileScope({ tags: ['dsn'] }),
  ERR_RESOURCE_INVALID: () => compileScope({ resources: ['sos/bucket:*'] }),
  ERR_POLICY_INVALID: () =>
    compileScope({ policy: { ...policy, services: { dns: { type: 'maybe' as 'allow' } } } }),
  ERR_TEMPLATE_NOT_FOUND: minting({ template: 'EXO1' }),
  ERR_ROLE_NOT_FOUND: ({ client }) => findRole(client, 'deployer'),
  ERR_ROLE_AMBIGUOUS: async ({ client }) => {
    for (let role = 0; role < 2; role += 1) {
      await createIamRole(client, { name: 'deployer', policy });
    }
    return findRole(client, 'deployer');
  },
  ERR_METHOD_UNSUITABLE: minting({ template: 'Owner' }, 'access-key'),
  ERR_NOT_A_LEASE: ({ client }) => findLease(client, { lease: 'parent' }),
  ERR_ARGUMENT_INVALID: ({ client }) => findLease(client, {} as never),
  ERR_PARAMETER_MISSING: ({ client }) => client.request('get-iam-role'),
  ERR_REQUEST_INVALID: ({ client }) => client.request('create-instance', { body: { size: 1n } }),
  ERR_SIGNATURE_REFUSED: refused(403, 'Invalid request signature'),
  ERR_CLOCK_SKEW: struck({
    respond: { status: 403, headers: { date: new Date(0).toUTCString() }, body: {} },
  }),
  ERR_POLICY_DENIED: refused(403, 'Forbidden by role policy for iam'),
  ERR_NOT_IN_ORGANIZATION: refused(403, 'API Key not in organization'),
  ERR_FORBIDDEN: refused(403, 'Block storage is not enabled'),
  ERR_NOT_FOUND: refused(404, 'Not found'),
  ERR_CONFLICT: refused(409, 'Role in use'),
  ERR_RATE_LIMITED: refused(429, 'Too many requests'),
  ERR_REQUEST_REFUSED: refused(400, 'Bad request'),
  ERR_OPERATION_FAILED: ({ client }) => waitForOperation(client, { id: '1', state: 'failure' }),
  ERR_SERVER: refused(503, 'Service unavailable'),
  ERR_ANSWER_UNREADABLE: struck({ respond: { status: 200, body: '<html>' } }),
  ERR_UNREACHABLE: struck({ dropConnection: 'before' }),
  ERR_TIMEOUT: async ({ client }) =>
    waitForOperation(client, { id: '1', state: 'pending' }, { timeoutMs: 0 }),
  ERR_KEY_NOT_ACCEPTED: ({ clientOf }) => {
    const key = { apiKey: 'EXO1', apiSecret: 'wrong' };
    return verifyKey(clientOf(key), { ...key, method: 'role', scope: undefined });
  },
  ERR_LEFT_BEHIND: async (organization) => {
    const { faults } = organization.simulator;
    faults.add({ operation: 'create-api-key', respond: { status: 403 } });
    faults.add({ operation: 'delete-iam-role', times: Infinity, respond: { status: 503 } });
    return minting({ operations: ['list-zones'] })(organization);
  },
};

const advice =
  /Expected|[Cc]heck|[Tt]ry again|[Cc]orrect|[Cc]hange|Choose|Name the|Give the|Ask for|Look for|Remove|extend|leave out/;

it.each(Object.entries(cases))('%s says what was expected or what to do', async (code, fail) => {
  const organization = createOrganization();
  const error = await Promise.resolve(organization)
    .then(fail)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(error).toBeInstanceOf(ExoIamError);
  expect(error).toMatchObject({ name: 'ExoIamError', code });
  const { message } = error as ExoIamError;
  expect(message).toMatch(advice);
  expect(message).not.toContain(organization.simulator.parentKey.apiSecret);
});
