// Each error code, thrown once: its message says what was expected or what to do.
import { expect, it } from 'vitest';

import {
  buildMessage,
  createSigner,
  ExoSignerError,
  type ExoSignerErrorCode,
  formatAuthorization,
  parseAuthorization,
  signRequest,
} from '../src/index.ts';

const url = 'https://api-ch-gva-2.exoscale.com/v2/zone';
const credentials = { apiKey: 'EXOkey', apiSecret: 'classified' };
const request = { method: 'GET', url };
const parts = { apiKey: 'EXOkey', signedQueryArgs: [], expires: 1_599_140_767 };

// The type asks for every code.
const cases: Readonly<Record<ExoSignerErrorCode, () => unknown>> = {
  ERR_CREDENTIALS_INVALID: () => createSigner({ ...credentials, apiKey: 'EXO\n' }),
  ERR_METHOD_INVALID: () => buildMessage({ method: 'GE T', url }, 1_599_140_767),
  ERR_URL_INVALID: () => buildMessage({ method: 'GET', url: '/v2/zone' }, 1_599_140_767),
  ERR_BODY_UNSUPPORTED: () =>
    signRequest({ ...request, body: {} as unknown as string }, credentials),
  ERR_HEADERS_INVALID: () =>
    createSigner(credentials).fetch(url, { headers: { 'x-a': 'one\ntwo' } }),
  ERR_QUERY_NAME_UNSUPPORTED: () =>
    buildMessage({ method: 'GET', url: `${url}?a;b=1` }, 1_599_140_767),
  ERR_EXPIRES_INVALID: () => signRequest(request, credentials, { expires: 1.5 }),
  ERR_SIGNATURE_INVALID: () => formatAuthorization({ ...parts, signature: 'short' }),
  ERR_AUTHORIZATION_MALFORMED: () => parseAuthorization('Bearer token'),
};

it.each(Object.entries(cases))('%s says what was expected or what to do', async (code, fail) => {
  const error = await Promise.resolve()
    .then(fail)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(error).toBeInstanceOf(ExoSignerError);
  expect(error).toMatchObject({ name: 'ExoSignerError', code });
  const { message } = error as ExoSignerError;
  expect(message).toMatch(/Expected|Pass |read a stream/);
  expect(message).not.toContain(credentials.apiSecret);
});
