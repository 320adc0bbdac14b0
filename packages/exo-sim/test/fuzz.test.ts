// Whatever fast-check comes up with, sent over a real socket, gets an answer that is no 500.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createSimulator, listen, type Listener, type Simulator } from '../src/index.ts';
import { exchange } from './support/raw-exchange.ts';
import { sign } from './support/sign.ts';

let simulator: Simulator;
let listener: Listener;

beforeAll(async () => {
  simulator = createSimulator();
  listener = await listen(simulator);
});

afterAll(() => listener.close());

function authorize(method: string, path: string, body?: string): string {
  const expires = Math.floor(Date.now() / 1000) + 60;
  return sign({ method, url: listener.url + path, body, ...simulator.parentKey, expires });
}

function head(lines: readonly string[]): string {
  return [...lines, 'connection: close', '', ''].join('\r\n');
}

// What a client can put into a request line or a header without ending it.
const unit = fc.integer({ min: 0x21, max: 0xff }).filter((code) => code !== 0x7f);
const text = fc
  .array(fc.oneof(unit, fc.constantFrom(...Buffer.from('/?&=;,%+.:"\'\\'))))
  .map((codes) => String.fromCharCode(...codes));
const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS');
const prefix = fc.constantFrom(
  '',
  '/v2',
  '/v2/',
  '/v2/iam-role/',
  '/v2/event?from=',
  '/de-fra-1/v2/zone',
);

it('answers anything as path and query', async () => {
  await fc.assert(
    fc.asyncProperty(method, prefix, text, async (verb, start, rest) => {
      const lines = [`${verb} ${start}${rest || '/'} HTTP/1.1`, 'host: a'];
      const { status } = await exchange(listener, Buffer.from(head(lines), 'latin1'));
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).not.toBe(500);
    }),
    { numRuns: 150 },
  );
});

it('answers anything as Authorization header', async () => {
  const part = fc.constantFrom(
    'EXO2-HMAC-SHA256 ',
    'credential=',
    ',expires=',
    ',signature=',
    ',signed-query-args=',
  );
  const header = fc.array(fc.oneof(part, text), { maxLength: 12 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(header, async (value) => {
      const lines = ['GET /v2/instance HTTP/1.1', 'host: a', `authorization: ${value}`];
      const { status } = await exchange(listener, Buffer.from(head(lines), 'latin1'));
      expect(status).toBe(403);
    }),
    { numRuns: 150 },
  );
});

it('answers anything as a signed body for anything', async () => {
  const path = fc.constantFrom(
    '/v2/iam-role',
    '/v2/api-key',
    '/v2/instance',
    '/v2/iam-organization-policy:reset',
  );
  await fc.assert(
    fc.asyncProperty(path, fc.json(), async (where, body) => {
      const response = await fetch(listener.url + where, {
        method: 'POST',
        body,
        headers: { authorization: authorize('POST', where, body) },
      });
      expect([200, 400, 404]).toContain(response.status);
    }),
    { numRuns: 150 },
  );
});

it('answers anything as a signed query', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webQueryParameters(), async (query) => {
      const path = `/v2/event?${query}`;
      const authorization = authorize('GET', path);
      const printable = /^[\x20-\x7e]*$/.test(authorization);
      const response = await fetch(listener.url + path, {
        headers: { authorization: printable ? authorization : 'unsendable' },
      });
      expect([200, 400, 403]).toContain(response.status);
    }),
    { numRuns: 100 },
  );
});
