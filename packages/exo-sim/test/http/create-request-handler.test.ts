import { expect, it } from 'vitest';

import { createSimulator, type RecordedRequest } from '../../src/index.ts';
import { clientOf } from '../support/client.ts';

const endpoint = 'https://api-ch-gva-2.exoscale.com/v2';

it('records requests on arrival and never a signature', async () => {
  const simulator = createSimulator({ allowEmptyPolicy: true });
  const send = clientOf(simulator);
  await send('POST', '/v2/iam-role?x=1', { name: 'a' });
  await simulator.fetch(`${endpoint}/zone`);
  await simulator.fetch(`${endpoint}/nothing`);
  expect(simulator.requests).toEqual([
    {
      method: 'POST',
      path: '/v2/iam-role',
      query: 'x=1',
      body: '{"name":"a"}',
      operation: 'create-iam-role',
      zone: 'ch-gva-2',
      apiKey: simulator.parentKey.apiKey,
      status: 200,
      dropped: undefined,
    },
    expect.objectContaining({ operation: 'list-zones', apiKey: undefined, status: 200 }),
    expect.objectContaining({ operation: undefined, status: 404 }),
  ]);
  expect(JSON.stringify(simulator.requests)).not.toContain('signature');
});

it('answers what a fault says, and nothing happens', async () => {
  const simulator = createSimulator({ allowEmptyPolicy: true });
  simulator.faults.add({
    operation: 'create-iam-role',
    respond: { status: 503, headers: { 'retry-after': '7' }, body: 'Service Unavailable' },
  });
  const response = await simulator.fetch(`${endpoint}/iam-role`, { method: 'POST' });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('7');
  expect(await response.text()).toBe('Service Unavailable');
  expect([...simulator.state.roles.values()].map(({ name }) => name)).toEqual(['Owner', 'Billing']);
  expect(simulator.requests[0]).toMatchObject({ status: 503 });
});

it('drops the connection before or after the request took effect', async () => {
  const simulator = createSimulator({ allowEmptyPolicy: true });
  const send = clientOf(simulator);
  const roles = (): number => simulator.state.roles.size;
  const before = roles();
  simulator.faults.add({ dropConnection: 'before' });
  simulator.faults.add({ dropConnection: 'after' });
  await expect(send('POST', '/v2/iam-role', { name: 'a' })).rejects.toThrow(TypeError);
  expect(roles()).toBe(before);
  await expect(send('POST', '/v2/iam-role', { name: 'a' })).rejects.toThrow(TypeError);
  expect(roles()).toBe(before + 1);
  expect(simulator.requests).toMatchObject([
    { dropped: 'before', status: undefined },
    { dropped: 'after', status: 200 },
  ]);
});

it('waits as long as a fault says, then goes on', async () => {
  const waits: number[] = [];
  const simulator = createSimulator({
    sleep: async (durationMs) => {
      waits.push(durationMs);
    },
  });
  simulator.faults.add({ delayMs: 5000 });
  expect((await simulator.fetch(`${endpoint}/zone`)).status).toBe(200);
  expect(waits).toEqual([5000]);
});

it('stops waiting when the client gives up, and says so', async () => {
  const told: RecordedRequest[] = [];
  const simulator = createSimulator({ onRequest: (request) => told.push(request) });
  const client = new AbortController();
  simulator.faults.add({ delayMs: 600_000 });
  const pending = simulator.fetch(`${endpoint}/zone`, { signal: client.signal });
  client.abort(new Error('given up'));
  await expect(pending).rejects.toThrow('given up');
  expect(told).toMatchObject([{ operation: 'list-zones', status: undefined, dropped: undefined }]);
});
