// What a job can make the broker ask of the API before it has a lease.
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createAudit } from '../../src/audit/audit.ts';
import { readConfig } from '../../src/start/read-config.ts';
import { startBroker, type Broker } from '../../src/start/start-broker.ts';
import { askForLease, type LeaseWish } from '../support/client.ts';
import { quick } from '../support/quick.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let broker: Broker;

beforeAll(async () => {
  world = await createWorld();
  broker = await startBroker(await readConfig(world.configFile), {
    ...quick,
    audit: createAudit({ write: () => Promise.resolve(), now: Date.now }),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
});

afterAll(async () => {
  await broker.stop();
  await world[Symbol.asyncDispose]();
});

const ask = (wish: LeaseWish) => askForLease({ world, url: broker.url }, wish);
const askForRole = (role: string | undefined) => ask({ body: { scope: { role } } });

it('a rule without a role refuses every role alike, and asks nothing', async () => {
  const asked = world.simulator.requests.length;
  for (const role of ['Owner', 'Wner']) {
    const body = { code: 'ceiling', excess: [`role ${role}`] };
    await expect(askForRole(role)).resolves.toMatchObject({ status: 403, body });
  }
  expect(world.simulator.requests).toHaveLength(asked);
});

it('nothing is made for a recipient that nothing can be sealed to', async () => {
  const asked = world.simulator.requests.length;
  const recipient = { recipient: `elr_${'A'.repeat(43)}`, open: () => Promise.reject(new Error()) };
  const answer = await ask({ recipient });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  expect(world.simulator.requests).toHaveLength(asked);
});

it('a rule with a role gives it by its id or its name, and tells of no other', async () => {
  const [held, other] = [...world.simulator.state.roles.values()];
  world.configure({ ceiling: `role: ${held?.id}` });
  await broker.reload(await readConfig(world.configFile));
  for (const role of [held?.id, held?.name]) {
    const { status, body } = await askForRole(role);
    expect([status, body['enforced-by']]).toEqual([201, 'broker']);
    const key = world.simulator.state.apiKeys.get(body['key'] ?? '');
    expect(key).toMatchObject({ roleId: held?.id });
  }
  for (const role of [other?.id, other?.name, `${other?.name}x`]) {
    const { body } = await askForRole(role);
    expect(body['code']).toBe('ceiling');
    expect(body['detail']).not.toContain('did you mean');
  }
  const both = { scope: { role: held?.id, operations: ['list-zones'] } };
  await expect(ask({ body: both })).resolves.toMatchObject({ body: { code: 'invalid-scope' } });
});
