// What a long run leaves behind does not grow without end, and what is forgotten holds nothing up.
import { beforeEach, expect, it } from 'vitest';

import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/index.ts';
import { clientOf, createKey, createRole, type Send } from '../support/client.ts';

const kept = 1000;
let simulator: Simulator;
let send: Send;

function begin(options: SimulatorOptions = {}): void {
  simulator = createSimulator({ allowEmptyPolicy: true, ...options });
  send = clientOf(simulator);
}

beforeEach(() => begin());

// Something asynchronous that leaves nothing but its operation and its event.
async function fillUp(): Promise<void> {
  for (let count = 0; count < kept; count += 1) {
    await send('POST', '/v2/iam-organization-policy:reset');
  }
}

it('keeps the newest events and operations', async () => {
  const { body } = await send('POST', '/v2/security-group', { name: 'first' });
  expect((await send('GET', `/v2/operation/${body.id}`)).status).toBe(200);
  await fillUp();
  expect((await send('GET', `/v2/operation/${body.id}`)).status).toBe(404);
  const { events, operations } = simulator.state;
  expect([events.length, operations.size]).toEqual([kept, kept]);
  expect(new Set(events.map(({ handler }) => handler))).toEqual(
    new Set(['reset-iam-organization-policy']),
  );
});

it('goes on from a state that holds more of them', async () => {
  await fillUp();
  const saved = simulator.save();
  begin({ savedState: { ...saved, events: [...saved.events, ...saved.events] } });
  await createRole(send);
  expect(simulator.state.events).toHaveLength(kept);
  expect(simulator.state.events.at(-1)).toMatchObject({ handler: 'create-iam-role' });
});

it('keeps every operation that is still pending', async () => {
  begin({ pendingPolls: 1 });
  const { body } = await send('POST', '/v2/iam-role', { name: 'slow' });
  begin({ savedState: simulator.save() });
  await fillUp();
  const poll = async (): Promise<unknown> =>
    (await send('GET', `/v2/operation/${body.id}`)).body.state;
  expect([await poll(), await poll()]).toEqual(['pending', 'success']);
});

it('takes what is forgotten for settled', async () => {
  const roleId = await createRole(send);
  const { apiKey } = await createKey(send, roleId);
  await send('DELETE', `/v2/api-key/${apiKey}`);
  const other = await createRole(send);
  await fillUp();
  expect((await send('DELETE', `/v2/iam-role/${roleId}`)).status).toBe(200);
  expect((await send('POST', '/v2/api-key', { name: 'key', 'role-id': other })).status).toBe(200);
});

it('forgets a deleted key once it no longer counts for its role', async () => {
  let clock = 0;
  begin({ now: () => clock, roleDetachedAfterMs: 1000 });
  const roleId = await createRole(send);
  const deleteOne = async (): Promise<number> => {
    const { apiKey } = await createKey(send, roleId);
    await send('DELETE', `/v2/api-key/${apiKey}`);
    return simulator.save().detachments.length;
  };
  expect([await deleteOne(), await deleteOne()]).toEqual([1, 2]);
  clock = 1000;
  expect(await deleteOne()).toBe(1);
});

it('records of a body what is not too long', async () => {
  await send('POST', '/v2/instance', {
    name: 'web',
    'user-data': 'x'.repeat(10_000),
    size: 'tiny',
  });
  expect(simulator.state.events[0]?.['body-params']).toEqual({
    name: 'web',
    'user-data': '…',
    size: 'tiny',
  });
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`a${index}`, index]));
  await send('POST', '/v2/instance', many);
  const recorded = simulator.state.events[1]?.['body-params'];
  expect(recorded).toMatchObject({ a0: 0, a1: 1 });
  expect(JSON.stringify(recorded).length).toBeLessThanOrEqual(10_001);
});
