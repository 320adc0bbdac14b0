import { expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';

it('takes a URL, a Request or text, and any host', async () => {
  const simulator = createSimulator();
  const url = 'http://localhost:1234/v2/zone';
  for (const input of [url, new URL(url), new Request(url)]) {
    expect((await simulator.fetch(input)).status).toBe(200);
  }
});

it('names the public endpoints of the zones', async () => {
  const simulator = createSimulator({ zones: ['ch-dk-2'] });
  const response = await simulator.fetch('https://api-ch-dk-2.exoscale.com/v2/zone');
  expect(await response.json()).toEqual({
    zones: [
      {
        name: 'ch-dk-2',
        'api-endpoint': 'https://api-ch-dk-2.exoscale.com/v2',
        'sos-endpoint': 'https://sos-ch-dk-2.exo.io',
      },
    ],
  });
});

it('dates its answers by the clock of the simulator', async () => {
  const simulator = createSimulator({ now: () => 0 });
  const response = await simulator.fetch('https://api-ch-gva-2.exoscale.com/v2/zone');
  expect(response.headers.get('date')).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
});

it('rejects like fetch when a connection is dropped', async () => {
  const simulator = createSimulator();
  simulator.faults.add({ dropConnection: 'before' });
  await expect(simulator.fetch('https://localhost/v2/zone')).rejects.toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { code: 'ECONNRESET' },
  });
});

it('does not begin what is aborted already', async () => {
  const simulator = createSimulator();
  const signal = AbortSignal.abort(new Error('too late'));
  await expect(simulator.fetch('https://localhost/v2/zone', { signal })).rejects.toThrow(
    'too late',
  );
  expect(simulator.requests).toEqual([]);
});
