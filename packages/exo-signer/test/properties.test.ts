// Laws that hold for every request, checked with random ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  buildMessage,
  formatAuthorization,
  parseAuthorization,
  signRequest,
} from '../src/index.ts';
import { signRequestSync } from '../src/node/index.ts';

const base = 'https://api-ch-gva-2.exoscale.com/v2/instance';
const expires = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: 253_402_300_799 });
const name = fc
  .string({ unit: 'grapheme-ascii', maxLength: 8 })
  .filter((text) => !/[;,=]/.test(text));
const value = fc.string({ unit: 'grapheme', maxLength: 12 });
const query = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 6 });

describe('the message', () => {
  it('does not depend on the order of the query', () => {
    const shuffled = query.chain((pairs) =>
      fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
    );
    fc.assert(
      fc.property(shuffled, expires, ([one, other], end) => {
        expect(messageOf(one, end)).toEqual(messageOf(other, end));
      }),
    );
  });

  it('depends on every signed value', () => {
    fc.assert(
      fc.property(query, name, value, ([...pairs], key, text) => {
        fc.pre(pairs.every(([other]) => other !== key));
        const without = buildMessage({ method: 'GET', url: urlOf(pairs) }, 1);
        const within = buildMessage({ method: 'GET', url: urlOf([...pairs, [key, text]]) }, 1);
        expect(within.signedQueryArgs).toContain(key);
        expect(within.message.length - without.message.length).toBe(text.length);
      }),
    );
  });

  it('holds the body byte for byte, between the head and four line feeds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (body) => {
        const { message } = buildMessage({ method: 'PUT', url: base, body }, 1);
        expect(message.slice('PUT /v2/instance\n'.length, -'\n\n\n1'.length)).toEqual(body);
      }),
    );
  });

  it('is the same for text and for its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (body) => {
        const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' };
        const text = { method: 'PUT', url: base, body };
        const bytes = { ...text, body: new TextEncoder().encode(body) };
        expect(signRequestSync(text, credentials, { expires: 1 })).toBe(
          signRequestSync(bytes, credentials, { expires: 1 }),
        );
      }),
    );
  });
});

describe('the header', () => {
  it('reads back as it was written', () => {
    const apiKey = fc
      .string({ unit: 'grapheme-ascii', minLength: 1 })
      .filter((key) => !key.includes(',signed-query-args='));
    const signature = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString('base64'));
    const signedQueryArgs = fc.array(name, { maxLength: 4 });
    const parts = fc.record({ apiKey, signedQueryArgs, expires, signature });
    fc.assert(
      fc.property(parts, (authorization) => {
        expect(parseAuthorization(formatAuthorization(authorization))).toEqual(authorization);
      }),
    );
  });
});

describe('Web Crypto and node:crypto', () => {
  it('agree', async () => {
    const secret = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(query, secret, fc.string(), async (pairs, apiSecret, body) => {
        const request = { method: 'POST', url: urlOf(pairs), body };
        const credentials = { apiKey: 'EXOkey', apiSecret };
        expect(await signRequest(request, credentials, { expires: 1 })).toBe(
          signRequestSync(request, credentials, { expires: 1 }),
        );
      }),
    );
  });
});

function urlOf(pairs: readonly (readonly [string, string])[]): string {
  return `${base}?${new URLSearchParams(pairs.map(([key, text]) => [key, text])).toString()}`;
}

function messageOf(pairs: readonly (readonly [string, string])[], end: number): unknown {
  return buildMessage({ method: 'GET', url: urlOf(pairs) }, end);
}
