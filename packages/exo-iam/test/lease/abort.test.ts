// An abort reaches whichever request of a mint is under way, and what was made is removed all the same.
// A sweep revokes nothing more.
import { expect, it } from 'vitest';

import { createClient } from '../../src/client/create-client.ts';
import type { LeaseMethod } from '../../src/lease/journal.ts';
import type { LeaseScope } from '../../src/lease/mint-request.ts';
import { mint } from '../../src/lease/mint.ts';
import { sweep, type JobVerdict } from '../../src/lease/sweep.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../support/leftovers.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization, type Organization } from '../support/organization.ts';
import { assumableByAll, dnsOnly } from '../support/roles.ts';
import { settle } from '../support/settle.ts';

const reason = new Error('the job was cancelled');
const operations = ['list-instances'];

/** Mints, and aborts while that request waits for an answer that never comes. */
async function mintUntil(
  asked: RegExp,
  method: LeaseMethod,
  organization: Organization,
): Promise<unknown> {
  const { simulator, client } = organization;
  await createIamRole(client, { name: 'deployer', policy: dnsOnly, ...assumableByAll });
  const controller = new AbortController();
  let held = false;
  const aborting = createClient({
    credentials: method === 'access-key' ? simulator.parentAccessKey : simulator.parentKey,
    now: client.now,
    elapsed: client.now,
    sleep: client.sleep,
    fetch: async (input, init) => {
      const { url } = new Request(input);
      if (held || !asked.test(`${init?.method} ${url}`)) return simulator.fetch(input, init);
      held = true;
      return new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(reason));
        controller.abort(reason);
      });
    },
  });
  const own = method === 'scoped-role' || method === 'access-key';
  const scope: LeaseScope = own ? { operations } : { role: 'deployer' };
  const request = { method, scope, ttlSeconds: 900, ...lessee };
  const error: unknown = await mint(aborting, request, { signal: controller.signal }).catch(
    (thrown: unknown) => thrown,
  );
  expect(held).toBe(true);
  expect(leftoversOf(organization)).toEqual(nothing);
  return error;
}

it.each<[LeaseMethod, RegExp]>([
  ['scoped-role', /^POST .*\/iam-role$/],
  ['scoped-role', /^POST .*\/api-key$/],
  ['role', /^POST .*\/api-key$/],
  ['assume-role', /^POST .*\/assume$/],
  ['access-key', /^GET .*\/access-key-known-operations$/],
  ['access-key', /^POST .*\/access-key$/],
])('a mint by %s ends during %s', async (method, asked) => {
  expect(await mintUntil(asked, method, createOrganization())).toBe(reason);
});

it.each<[LeaseMethod, string]>([
  ['scoped-role', 'api-key'],
  ['role', 'api-key'],
  ['access-key', 'access-key'],
])('a mint by %s that looks for a lost %s ends, too', async (method, kind) => {
  const organization = createOrganization();
  organization.simulator.faults.add({ operation: `create-${kind}`, dropConnection: 'after' });
  const error = await mintUntil(new RegExp(`^GET .*/${kind}$`), method, organization);
  expect(error).toMatchObject({ code: 'ERR_UNREACHABLE', operation: `create-${kind}` });
});

it('the cleanup after a failed mint has a signal of its own, in its pauses too', async () => {
  const signals: unknown[] = [];
  const sleep = async (_: number, signal?: AbortSignal): Promise<void> => {
    signals.push(signal);
  };
  const { client, simulator } = createOrganization({}, { sleep });
  simulator.faults.add({ operation: 'create-api-key', respond: { status: 403 } });
  simulator.faults.add({ operation: 'delete-iam-role', respond: { status: 409 } });
  const minting = mint(client, { scope: { operations }, ttlSeconds: 900, ...lessee });
  await expect(minting).rejects.toMatchObject({ operation: 'create-api-key' });
  expect(signals).toEqual([expect.any(AbortSignal)]);
});

it('a sweep that is aborted while it asks about a job revokes nothing', async () => {
  const { client, simulator } = createOrganization();
  await mint(client, { scope: { operations }, ttlSeconds: 900, ...lessee });
  const controller = new AbortController();
  const isOver = async (): Promise<JobVerdict> => {
    controller.abort(reason);
    return { over: true };
  };
  const { prefix } = lessee;
  const sweeping = sweep(client, { prefix, isOver, signal: controller.signal });
  await expect(sweeping).rejects.toBe(reason);
  await settle();
  expect(simulator.requests.some(({ method }) => method === 'DELETE')).toBe(false);
});
