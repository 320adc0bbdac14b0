import { expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';
import { clientOf, denyAllBut } from '../support/client.ts';

const policy = denyAllBut({ organization: { type: 'allow' } });
const simulator = createSimulator({ parentKey: { apiKey: 'EXO1', apiSecret: 's', policy } });
const send = clientOf(simulator);

it.each([
  ['/v2/kms-key', 'kms'],
  ['/v2/ai/deployment', 'ai'],
])('%s refuses as RFC 9457 describes', async (path, serviceClass) => {
  const detail = `Forbidden by role policy for ${serviceClass}`;
  expect(await send('GET', path)).toEqual({
    status: 403,
    body: { type: 'about:blank', title: 'Forbidden', status: 403, detail },
  });
});

it('a body that is too large is refused in the form of its operation', async () => {
  const large = { name: 'x'.repeat(1024 * 1024) };
  const detail = expect.any(String);
  expect(await send('POST', '/v2/kms-key', large)).toEqual({
    status: 413,
    body: { type: 'about:blank', title: expect.any(String), status: 413, detail },
  });
  for (const path of ['/v2/instance', '/v2/nothing']) {
    expect(await send('POST', path, large)).toEqual({ status: 413, body: { message: detail } });
  }
});

it('estimates of the environmental impact do so without a type', async () => {
  const path = '/v2/environmental-impact/estimate';
  const { status, body } = await send('POST', path, {
    deep: JSON.parse('['.repeat(70) + ']'.repeat(70)),
  });
  expect(status).toBe(400);
  expect(body).toEqual({ title: 'Bad Request', status: 400, detail: expect.any(String) });
});

it('everything else has a message', async () => {
  expect(await send('GET', '/v2/instance')).toEqual({
    status: 403,
    body: { message: 'Forbidden by role policy for compute' },
  });
});
