// One job of a campaign, made of the seed and its number alone.
import type { Interruption } from '@x/action-harness';
import type { LeaseMethod } from '@x/exo-iam';
import type { Fault } from '@x/exo-sim';

import { createRandom, type Random } from './create-random.ts';

export interface Plan {
  readonly method: LeaseMethod;
  readonly pendingPolls: number;
  readonly verify: boolean;
  readonly mainFaults: readonly Fault[];
  readonly postFaults: readonly Fault[];
  /** Of `main`. */
  readonly interrupt: Interruption | undefined;
}

const operations: Readonly<Record<LeaseMethod, readonly [string, ...string[]]>> = {
  'scoped-role': ['create-iam-role', 'create-api-key', 'list-api-keys', 'get-operation'],
  role: ['list-iam-roles', 'create-api-key'],
  'assume-role': ['list-iam-roles', 'assume-iam-role'],
  'access-key': ['list-access-key-known-operations', 'create-access-key'],
};

export function createPlan(seed: number, index: number): Plan {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) + index);
  const method = random.pick<LeaseMethod>([
    'scoped-role',
    'scoped-role',
    'role',
    'assume-role',
    'access-key',
  ]);
  const faults = Array.from({ length: 1 + random.below(3) }, (_, number) => ({
    inPost: random.chance(0.4),
    fault: createFault(random, number),
  }));
  return {
    method,
    pendingPolls: random.below(3),
    verify: random.chance(0.3),
    mainFaults: faults.filter(({ inPost }) => !inPost).map(({ fault }) => fault),
    postFaults: faults.filter(({ inPost }) => inPost).map(({ fault }) => fault),
    interrupt: random.chance(0.2)
      ? {
          signal: random.pick(['SIGINT', 'SIGTERM', 'SIGKILL']),
          during: random.pick(operations[method]),
          takesEffect: random.chance(0.5),
        }
      : undefined,
  };
}

function createFault(random: Random, number: number): Fault {
  const when = { after: random.below(5), times: 1 + random.below(3) };
  // What the API refuses, it goes on refusing.
  if (random.chance(0.15)) {
    const operation = random.pick([
      'create-api-key',
      'create-iam-role',
      'create-access-key',
      'delete-api-key',
      'delete-iam-role',
      'revoke-access-key',
      'list-api-keys',
      'list-iam-roles',
    ]);
    const respond = { status: 403, body: { message: 'Forbidden by role policy for iam' } };
    return { operation, times: Infinity, respond };
  }
  // Something in between answers once a job in the place of the API. If it went on, nothing could be found out.
  if (number === 0 && random.chance(0.3)) return { ...when, times: 1, ...random.pick(unreadable) };
  return { ...when, ...random.pick(kinds) };
}

const busy = (status: number): Fault => ({
  respond: { status, headers: { 'retry-after': '1' }, body: { message: 'Try again' } },
});

const unreadable: readonly [Fault, ...Fault[]] = [
  { respond: { status: 404, body: '<html>Not Found</html>' } },
  { respond: { status: 200, body: '<html>Welcome</html>' } },
  { respond: { status: 200, body: '{"key": "EXO' } },
];

const kinds: readonly [Fault, ...Fault[]] = [
  busy(429),
  busy(500),
  busy(502),
  busy(503),
  busy(504),
  { respond: { status: 500, body: { message: 'Internal error' } } },
  { respond: { status: 503, body: '<html>Service Unavailable</html>' } },
  { dropConnection: 'before' },
  { dropConnection: 'after' },
  { dropConnection: 'after' },
  { delayMs: 200 },
];
