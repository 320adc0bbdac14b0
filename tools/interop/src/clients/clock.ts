// What depends on time: the simulator's clock is moved, the client's is left alone. These trials run
// the simulator as a library, since its command has no clock to set.
import { createSimulator, listen } from '@x/exo-sim';
import type { SimulatorOptions } from '@x/exo-sim';

import type { Caller } from './driver.ts';
import { fiveMinutesPolicy, readerPolicy } from './policies.ts';
import type { Trial } from './trial.ts';
import { createdId, refusal } from './trial.ts';

const minute = 60_000;

interface Clock {
  aheadMs: number;
}

export async function tryClock(trial: Omit<Trial, 'parent'>): Promise<void> {
  await withSimulator({}, async (parent, clock) => {
    await tryExpiredSignature({ ...trial, parent }, clock);
    await tryDeadline({ ...trial, parent }, clock);
    await trySession({ ...trial, parent }, clock);
  });
  await withSimulator({ pendingPolls: 1 }, async (parent) => tryPolling({ ...trial, parent }));
}

async function tryExpiredSignature({ driver, list, parent }: Trial, clock: Clock): Promise<void> {
  // The clients sign for 600 s.
  clock.aheadMs = 9 * minute;
  const late = await driver.call(parent, 'list-instances');
  list.equal('a signature nine minutes old is accepted', late.error, undefined);
  clock.aheadMs = 11 * minute;
  const outcome = await driver.call(parent, 'list-instances');
  const words = 'Request signature has expired';
  list.equal('a signature eleven minutes old is refused', refusal(outcome), [403, words]);
  clock.aheadMs = 0;
}

async function tryDeadline({ driver, list, parent }: Trial, clock: Clock): Promise<void> {
  const role = await driver.call(parent, 'create-iam-role', {
    name: 'interop-deadline',
    policy: fiveMinutesPolicy,
  });
  const key = await driver.call(parent, 'create-api-key', {
    name: 'interop-deadline',
    'role-id': createdId(role),
  });
  const minted = { ...parent, apiKey: key.value?.key, apiSecret: key.value?.secret };
  const fresh = await driver.call(minted, 'list-instances');
  list.equal('a key works before its deadline', fresh.error, undefined);
  clock.aheadMs = 6 * minute;
  const outcome = await driver.call(minted, 'list-instances');
  const words = 'Forbidden by role policy for compute - A deny rule matched. Rule index: 0';
  list.equal('a key is refused after its deadline', refusal(outcome), [403, words]);
  clock.aheadMs = 0;
}

async function trySession({ driver, list, parent }: Trial, clock: Clock): Promise<void> {
  const role = await driver.call(parent, 'create-iam-role', {
    name: 'interop-session',
    policy: readerPolicy,
    'assume-role-policy': { rules: [{ action: 'allow', expression: 'true' }] },
    'max-session-ttl': 300,
  });
  const id = createdId(role);
  const { value, error } = await driver.call(parent, 'assume-iam-role', { id, ttl: 300 });
  list.match('assume-iam-role: a key', error ?? value.key, /^EXO/);
  const session = { ...parent, apiKey: value?.key, apiSecret: value?.secret };
  const fresh = await driver.call(session, 'list-instances');
  list.equal('a session works before its end', fresh.error, undefined);
  clock.aheadMs = 6 * minute;
  const outcome = await driver.call(session, 'list-instances');
  const words = 'Assumed role session has expired';
  list.equal('a session is refused after its end', refusal(outcome), [403, words]);
  clock.aheadMs = 0;
}

async function tryPolling({ driver, list, parent }: Trial): Promise<void> {
  const role = await driver.call(parent, 'create-iam-role', {
    name: 'interop-pending',
    policy: readerPolicy,
  });
  list.equal('a pending operation is polled', role.error ?? role.value.state, 'success');
  const shown = await driver.call(parent, 'get-iam-role', { id: createdId(role) });
  list.equal('and its role is there', shown.value?.name, 'interop-pending');
}

async function withSimulator(
  options: SimulatorOptions,
  use: (parent: Caller, clock: Clock) => Promise<void>,
): Promise<void> {
  const clock: Clock = { aheadMs: 0 };
  const simulator = createSimulator({ ...options, now: () => Date.now() + clock.aheadMs });
  const listener = await listen(simulator);
  try {
    await use({ ...simulator.parentKey, endpoint: listener.endpoint }, clock);
  } finally {
    await listener.close();
  }
}
