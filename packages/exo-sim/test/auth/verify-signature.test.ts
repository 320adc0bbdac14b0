import { vectors } from '@x/vectors';
import { describe, expect, it } from 'vitest';

import { parseAuthorization } from '../../src/auth/parse-authorization.ts';
import { verifySignature } from '../../src/auth/verify-signature.ts';
import { sign } from '../support/sign.ts';

// The rest are layouts without a secret, and requests that no header can carry.
const verifiable = vectors.flatMap((vector) => {
  const { apiSecret, expectedAuthorization, expectedMessage, refusedWith } = vector;
  return apiSecret && expectedAuthorization && expectedMessage && !refusedWith
    ? [{ ...vector, apiSecret, expectedAuthorization, expectedMessage }]
    : [];
});

describe('vectors', () => {
  it.each(verifiable)('$name', (vector) => {
    const { method, body, apiSecret } = vector;
    const authorization = parseAuthorization(vector.expectedAuthorization);
    const message = Buffer.from(vector.expectedMessage).toString();
    const path = message.slice(message.indexOf(' ') + 1, message.indexOf('\n'));
    const request = { method, path, query: queryOf(vector.url), body: Buffer.from(body ?? '') };
    expect(authorization).toBeDefined();
    expect(authorization && verifySignature(request, authorization, apiSecret)).toBe(true);
    expect(authorization && verifySignature(request, authorization, `${apiSecret}.`)).toBe(false);
  });
});

describe('docs/signing.md 7, step 4', () => {
  const credentials = { apiKey: 'EXO1', apiSecret: 'secret', expires: 1 };
  const verify = (header: string, query: string): boolean | undefined => {
    const authorization = parseAuthorization(header);
    const request = { method: 'GET', path: '/v2/event', query, body: new Uint8Array() };
    return authorization && verifySignature(request, authorization, credentials.apiSecret);
  };
  const signed = (query: string): string =>
    sign({ method: 'GET', url: `https://host.example/v2/event?${query}`, ...credentials });

  it('takes the values in the order in which the names are listed', () => {
    const header = signed('a=1&b=2');
    expect(verify(header, 'b=2&a=1')).toBe(true);
    expect(verify(header.replace('a;b', 'b;a'), 'a=1&b=2')).toBe(false);
    expect(verify(header.replace('a;b', 'b;a'), 'a=2&b=1')).toBe(true);
  });

  it('takes nothing for a name that is absent or repeated', () => {
    const header = signed('a=').replace('=a,', '=a;b;c,');
    expect(verify(header, 'a=&c=1&c=2')).toBe(true);
    expect(verify(header, 'a=&c=1')).toBe(false);
  });

  it('tolerates an argument that is not signed', () => {
    expect(verify(signed(''), 'a=1')).toBe(true);
  });
});

function queryOf(url: string): string {
  return new URL(url).search.slice(1);
}
