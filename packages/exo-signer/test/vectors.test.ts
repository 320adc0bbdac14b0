// Every vector, one test each, through every way of signing. See packages/vectors for provenance.
import { vectors, type Vector } from '@x/vectors';
import { describe, expect, it } from 'vitest';

import { createSigner } from '../src/create-signer.ts';
import { formatAuthorization } from '../src/format-authorization.ts';
import { buildMessage, parseAuthorization, signRequest } from '../src/index.ts';
import { createSigner as createSyncSigner } from '../src/node/create-signer.ts';
import { signRequestSync } from '../src/node/sign-request-sync.ts';

const escapesCaret = new URL('https://host/^').pathname === '/%5E';

describe.each(vectors)('$name', (vector) => {
  const expected = expectedOf(vector);
  const { method, url, body, apiKey, apiSecret } = vector;
  const expires = Number(vector.expires);
  const request = { method, url, body };

  if (vector.refusedWith) {
    it('is refused, since the header cannot carry it', async () => {
      await expect(signRequest(request, credentials(), { expires })).rejects.toMatchObject({
        code: vector.refusedWith,
      });
      expect(() => signRequestSync(request, credentials(), { expires })).toThrowError(
        expect.objectContaining({ code: vector.refusedWith }),
      );
    });
    return;
  }

  if (expected.expectedMessage !== undefined) {
    it('gives the message', () => {
      expect(buildMessage(request, expires).message).toEqual(expected.expectedMessage);
    });
  }

  if (expected.expectedAuthorization !== undefined) {
    const header = expected.expectedAuthorization;

    it('gives the header layout', () => {
      const parsed = parseAuthorization(header);
      expect(parsed).toMatchObject({
        apiKey,
        expires,
        signedQueryArgs: buildMessage(request, expires).signedQueryArgs,
      });
      expect(formatAuthorization(parsed)).toBe(header);
    });

    if (apiSecret !== null) {
      it('gives the signature', async () => {
        expect(await signRequest(request, credentials(), { expires })).toBe(header);
        expect(signRequestSync(request, credentials(), { expires })).toBe(header);
        expect(await createSigner(credentials(), { expires }).sign(request)).toBe(header);
        expect(createSyncSigner(credentials(), { expires }).sign(request)).toBe(header);
      });
    }
  }

  function credentials(): { apiKey: string; apiSecret: string } {
    return { apiKey, apiSecret: apiSecret ?? 'unpublished' };
  }
});

function expectedOf(vector: Vector): Vector {
  if (!vector.whenUrlParserEscapes || !escapesCaret) return vector;
  const other = vectors.find(({ name }) => name === vector.whenUrlParserEscapes);
  if (!other) throw new Error(`No vector ${vector.whenUrlParserEscapes}`);
  return other;
}
