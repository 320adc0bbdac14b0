// A mint waits for its journal at each call: nothing is sent before a record is safe, and a journal that
// fails ends the mint without a trace.
import { describe, expect, it } from 'vitest';

import type { LeaseMethod, LeaseRecord } from '../../src/lease/journal.ts';
import type { LeaseScope } from '../../src/lease/mint-request.ts';
import { mint } from '../../src/lease/mint.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../support/leftovers.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization, type Organization } from '../support/organization.ts';
import { settle } from '../support/settle.ts';

const scopes: readonly (readonly [LeaseMethod, LeaseScope, string])[] = [
  ['scoped-role', { operations: ['list-instances'] }, 'create-api-key'],
  ['role', { role: 'deployer' }, 'create-api-key'],
  ['assume-role', { role: 'deployer' }, 'assume-iam-role'],
  ['access-key', { operations: ['list-instances'] }, 'create-access-key'],
];

async function open(method: LeaseMethod): Promise<Organization> {
  const organization = createOrganization();
  const { simulator, clientOf, client } = organization;
  await createIamRole(client, {
    name: 'deployer',
    policy: { 'default-service-strategy': 'deny', services: {} },
    'assume-role-policy': { rules: [{ action: 'allow', expression: 'true' }] },
  });
  const credentials = method === 'access-key' ? simulator.parentAccessKey : simulator.parentKey;
  return { ...organization, client: clientOf(credentials) };
}

describe.each(scopes)('the journal of %s', (method, scope, creation) => {
  const request = { method, scope, ttlSeconds: 900, ...lessee };

  it('that resolves late: nothing is sent and nothing returned before', async () => {
    const { client, simulator } = await open(method);
    const waiting: (() => void)[] = [];
    const records: (LeaseRecord | undefined)[] = [];
    const state = { done: false };
    const journal = (record: LeaseRecord | undefined): Promise<void> => {
      records.push(record);
      return new Promise((resolve) => waiting.push(resolve));
    };
    const minting = (async () => {
      await mint(client, request, { journal });
      state.done = true;
    })();
    let calls = 0;
    while (!state.done) {
      await settle();
      if (waiting.length === 0) continue;
      calls += 1;
      const before = simulator.requests.length;
      await settle();
      expect(simulator.requests.length, `requests during call ${calls}`).toBe(before);
      expect(waiting).toHaveLength(1);
      expect(state.done).toBe(false);
      waiting.pop()?.();
      await settle();
    }
    await minting;
    expect(records).toHaveLength(method === 'scoped-role' ? 3 : 2);
    expect(records.at(-1)).toMatchObject({ phase: 'made', apiKey: expect.any(String) });
  });

  const records = method === 'scoped-role' ? [1, 2, 3] : [1, 2];
  it.each(records)('that rejects at call %d ends the mint and leaves nothing', async (call) => {
    const organization = await open(method);
    const { client, simulator } = organization;
    const failure = new Error('the disk is full');
    let calls = 0;
    const journal = async (): Promise<void> => {
      calls += 1;
      await settle();
      if (calls === call) throw failure;
    };
    await expect(mint(client, request, { journal })).rejects.toBe(failure);
    const made = simulator.requests.filter(({ operation }) => operation === creation);
    expect(made).toHaveLength(call === records.length ? 1 : 0);
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('is awaited when it forgets', async () => {
    const { client, simulator } = await open(method);
    simulator.faults.add({
      operation: creation,
      respond: { status: 403, body: { message: 'No' } },
    });
    const calls: string[] = [];
    const journal = async (record: LeaseRecord | undefined): Promise<void> => {
      if (record) return;
      calls.push('begins to forget');
      await settle();
      calls.push('forgot');
    };
    await mint(client, request, { journal }).catch(() => calls.push('failed'));
    expect(calls).toEqual(['begins to forget', 'forgot', 'failed']);
  });

  it('is awaited when an answer is lost', async () => {
    const { client, simulator } = await open(method);
    simulator.faults.add({
      operation: creation,
      respond: { status: 502, body: {} },
      times: 1,
    });
    let pending = false;
    const seen: boolean[] = [];
    const journal = async (record: LeaseRecord | undefined): Promise<void> => {
      if (!record?.uncertain) return;
      pending = true;
      const before = simulator.requests.length;
      await settle();
      seen.push(simulator.requests.length === before);
      pending = false;
    };
    await mint(client, request, { journal }).catch(() => undefined);
    expect(pending).toBe(false);
    // A session has no name, so nothing can be looked for.
    expect([...new Set(seen)]).toEqual(method === 'assume-role' ? [] : [true]);
  });
});
