// Faults of the API that a seed decides.
import type { Fault } from '@x/exo-sim';

/** Numbers in [0, 1) that a seed decides (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function randomFault(random: () => number): Fault {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const operation = pick([
    'create-api-key',
    'create-iam-role',
    'delete-api-key',
    'delete-iam-role',
    'list-api-keys',
    'list-iam-roles',
    'get-operation',
  ]);
  const common = {
    operation,
    after: Math.floor(random() * 3),
    times: 1 + Math.floor(random() * 3),
  };
  return pick<Fault>([
    { ...common, dropConnection: 'after' },
    { ...common, dropConnection: 'before' },
    { ...common, delayMs: 400 },
    { ...common, respond: { status: 503, body: { message: 'busy' } } },
    { ...common, respond: { status: 500, body: { message: 'failed' } } },
    {
      ...common,
      respond: { status: 429, headers: { 'retry-after': '0' }, body: { message: 'slow' } },
    },
  ]);
}
