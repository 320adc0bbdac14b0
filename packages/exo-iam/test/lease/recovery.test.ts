// Whatever goes wrong with whichever request of a mint: what it journaled is enough to remove
// everything, and where the API is well again, the mint has removed it itself.
import { describe, expect, it } from 'vitest';

import { createClient } from '../../src/client/create-client.ts';
import { type LeaseRecord, type LeaseMethod } from '../../src/lease/journal.ts';
import type { LeaseScope } from '../../src/lease/mint-request.ts';
import { mint } from '../../src/lease/mint.ts';
import { revoke } from '../../src/lease/revoke.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../support/leftovers.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization } from '../support/organization.ts';

type Send = () => Promise<Response>;

interface Strike {
  readonly method: string | undefined;
  readonly abort: () => void;
  /** Carried out when the mint is over. */
  readonly postponed: Send[];
}

interface Fault {
  readonly name: string;
  readonly strike: (send: Send, strike: Strike) => Promise<Response>;
}

const html = (status: number): Response => new Response('<html>', { status });
const cut = (): never => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error(), { code: 'ECONNRESET' }),
  });
};

const faults: readonly Fault[] = [
  { name: 'the connection is cut before', strike: async () => cut() },
  { name: 'the connection is cut after', strike: async (send) => (await send(), cut()) },
  { name: '500 before', strike: async () => html(500) },
  { name: '502 after', strike: async (send) => (await send(), html(502)) },
  { name: '400', strike: async () => html(400) },
  { name: '403', strike: async () => html(403) },
  { name: '409', strike: async () => html(409) },
  { name: '429', strike: async () => html(429) },
  { name: 'HTML before', strike: async () => html(200) },
  { name: 'HTML after', strike: async (send) => (await send(), html(200)) },
  { name: 'an empty answer after', strike: async (send) => (await send(), Response.json({})) },
  { name: 'nothing after', strike: async (send) => (await send(), new Response('')) },
  {
    name: 'an abort before',
    strike: async (_, { abort }) => {
      abort();
      return cut();
    },
  },
  {
    name: 'an abort after',
    strike: async (send, { abort }) => {
      const answer = await send();
      abort();
      return answer;
    },
  },
  ...[403, 409, 429].map((status) => ({
    name: `504 before it is carried out, then ${status}`,
    // Whoever was refused the second time may still get what they asked for the first time.
    strike: async (send: Send, { method, postponed }: Strike) => {
      if (method !== 'POST') return send();
      if (postponed.length > 0) return Response.json({ message: 'No' }, { status });
      postponed.push(send);
      return html(504);
    },
  })),
];

const scopes: Readonly<Record<LeaseMethod, LeaseScope>> = {
  'scoped-role': { operations: ['list-zones'] },
  role: { role: 'deployer' },
  'assume-role': { role: 'deployer' },
  'access-key': { operations: ['list-instances'] },
};

const speeds = {
  quick: {},
  slow: { pendingPolls: 1, roleVisibleAfterMs: 300, roleDetachedAfterMs: 300 },
} as const;

interface Outcome {
  readonly requests: number;
  readonly minted: boolean;
  readonly leftAtOnce: object;
  readonly leftAfterRevocation: object;
}

interface Plan {
  readonly method: LeaseMethod;
  readonly speed: keyof typeof speeds;
  readonly fault?: Fault;
  /** The request it strikes, from 0. */
  readonly first: number;
  readonly last: number;
}

/** Mints with a fault, lets the API recover, and revokes by the last record of the journal. */
async function play({ method, speed, fault, first, last }: Plan): Promise<Outcome> {
  const organization = createOrganization(speeds[speed]);
  const { simulator, clientOf } = organization;
  await createIamRole(clientOf(simulator.parentKey), {
    name: 'deployer',
    policy: { 'default-service-strategy': 'deny', services: {} },
    'assume-role-policy': { rules: [{ action: 'allow', expression: 'true' }] },
  });
  organization.advance(1000);
  const credentials = method === 'access-key' ? simulator.parentAccessKey : simulator.parentKey;
  const well = clientOf(credentials);
  const controller = new AbortController();
  const postponed: Send[] = [];
  let requests = 0;
  const client = createClient({
    credentials,
    now: well.now,
    elapsed: well.now,
    sleep: well.sleep,
    random: () => 0.5,
    fetch: async (input, init) => {
      const index = requests;
      requests += 1;
      const send: Send = () => simulator.fetch(input, init);
      const struck = fault && index >= first && index <= last;
      if (!struck) return send();
      const abort = (): void => controller.abort(new Error('Cancelled'));
      return fault.strike(send, { method: init?.method, abort, postponed });
    },
  });
  let record: LeaseRecord | undefined;
  const minted = await mint(
    client,
    { method, scope: scopes[method], ttlSeconds: 900, ...lessee },
    {
      signal: controller.signal,
      journal: (next) => {
        record = next;
      },
    },
  ).then(
    () => true,
    () => false,
  );
  const leftAtOnce = leftoversOf(organization);
  for (const send of postponed) await send();
  if (record) await revoke(well, record);
  return { requests, minted, leftAtOnce, leftAfterRevocation: leftoversOf(organization) };
}

const methods = Object.keys(scopes) as LeaseMethod[];
const table = methods.flatMap((method) =>
  (['quick', 'slow'] as const).flatMap((speed) =>
    faults.map((fault) => ({ method, speed, fault, name: fault.name })),
  ),
);

describe('a mint', () => {
  it.each(methods)('by %s leaves nothing once it is revoked', async (method) => {
    const outcome = await play({ method, speed: 'quick', first: 0, last: 0 });
    expect(outcome).toMatchObject({ minted: true, leftAfterRevocation: nothing });
  });

  it.each(table)('by $method, $speed: $name, once, at each request', async (row) => {
    const whole = await play({
      ...row,
      fault: { name: 'none', strike: (send) => send() },
      first: 0,
      last: 0,
    });
    expect(whole).toMatchObject({ minted: true });
    for (let index = 0; index < whole.requests; index += 1) {
      const outcome = await play({ ...row, first: index, last: index });
      const expected = { ...outcome, leftAfterRevocation: nothing };
      expect({ index, ...outcome }).toEqual({
        index,
        ...expected,
        ...(!outcome.minted && { leftAtOnce: nothing }),
      });
    }
  });

  it.each(table)('by $method, $speed: $name, from each request on', async (row) => {
    const whole = await play({
      ...row,
      fault: { name: 'none', strike: (send) => send() },
      first: 0,
      last: 0,
    });
    for (let index = 0; index < whole.requests; index += 1) {
      const outcome = await play({ ...row, first: index, last: Infinity });
      expect({ index, ...outcome }).toMatchObject({ index, leftAfterRevocation: nothing });
    }
  });
});
