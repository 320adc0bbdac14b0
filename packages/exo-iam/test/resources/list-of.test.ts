import { describe, expect, it } from 'vitest';

import {
  findLease,
  listAccessKeyKnownOperations,
  listAccessKeyOperations,
  listAccessKeys,
  listApiKeys,
  listEvents,
  listIamRoles,
  listZones,
  revoke,
  sweep,
} from '../../src/index.ts';
import { listOf } from '../../src/resources/list-of.ts';
import { createOrganization } from '../support/organization.ts';

// A proxy, a captive portal or a wrong endpoint can answer with 200 too.
const noLists = [{}, 'x', null, 0, { 'api-keys': {}, 'iam-roles': 'x', zones: { length: 0 } }];
const bodies = [...noLists.map((body) => JSON.stringify(body)), ''];

describe('listOf', () => {
  it('gives the list, an empty one too', () => {
    expect(listOf('list-api-keys', { 'api-keys': [1, 2] }, 'api-keys')).toEqual([1, 2]);
    expect(listOf('list-api-keys', { 'api-keys': [] }, 'api-keys')).toEqual([]);
    expect(listOf('list-events', [])).toEqual([]);
  });
});

describe.each(bodies)('an answer of %s', (body) => {
  const answering = (): ReturnType<typeof createOrganization> => {
    const organization = createOrganization();
    organization.simulator.faults.add({ times: Infinity, respond: { status: 200, body } });
    return organization;
  };

  it.each([
    ['list-api-keys', listApiKeys],
    ['list-iam-roles', listIamRoles],
    ['list-zones', listZones],
    ['list-events', listEvents],
    ['list-access-keys', listAccessKeys],
    ['list-access-key-known-operations', listAccessKeyKnownOperations],
    ['list-access-key-operations', listAccessKeyOperations],
  ])('is not a list for %s', async (operation, list) => {
    await expect(list(answering().client)).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
      operation,
    });
  });

  it.each([
    ['scoped-role', {}],
    ['scoped-role', { apiKey: 'EXOkey', roleId: 'role' }],
    ['role', {}],
    ['role', { apiKey: 'EXOkey' }],
    ['access-key', {}],
    ['access-key', { apiKey: 'EXOkey' }],
  ] as const)('revokes nothing: %s, %j', async (method, known) => {
    const record = { method, name: 'n', expiresAt: 1, ...known };
    await expect(revoke(answering().client, record)).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
    });
  });

  it('does not pass for an organization that is already swept or has no lease', async () => {
    const { client } = answering();
    await expect(sweep(client, { prefix: 'exo-lease' })).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
    });
    await expect(findLease(client, { lease: 'EXOkey' })).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
    });
  });
});
