// The public types, checked by the compiler alone.
import crossFetch from 'cross-fetch';
import nodeFetch from 'node-fetch';
import * as undici from 'undici';

import {
  buildMessage,
  createSigner,
  ExoSignerError,
  parseAuthorization,
  signRequest,
} from '../src/index.ts';
import type { ExoSignerErrorCode, SignableRequest } from '../src/index.ts';
import { createSigner as createSyncSigner, signRequestSync } from '../src/node/index.ts';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<T extends true>(): T | undefined {
  return undefined;
}

const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' } as const;
const request: SignableRequest = {
  method: 'GET',
  url: new URL('https://host/v2/zone'),
  body: null,
};

holds<Equal<ReturnType<typeof signRequest>, Promise<string>>>();
holds<Equal<ReturnType<typeof signRequestSync>, string>>();
holds<Equal<ReturnType<ReturnType<typeof createSigner>['sign']>, Promise<string>>>();
holds<Equal<ReturnType<ReturnType<typeof createSyncSigner>['sign']>, string>>();
holds<Equal<ReturnType<typeof createSigner>['fetch'], typeof fetch>>();
holds<Equal<ReturnType<typeof createSyncSigner>['fetch'], typeof fetch>>();
holds<Equal<ReturnType<typeof buildMessage>['message'], string | Uint8Array>>();
holds<Equal<ReturnType<typeof parseAuthorization>['signedQueryArgs'], readonly string[]>>();
holds<Equal<ExoSignerError['code'], ExoSignerErrorCode>>();

await signRequest(request, credentials, { expires: 1 });
await signRequest({ method: 'PUT', url: 'https://host/', body: new Uint8Array(1) }, credentials);
createSigner(credentials, { lifetimeSeconds: 60, now: () => 0, fetch });
createSigner(credentials, { fetch: undici.fetch });
createSigner(credentials, { fetch: nodeFetch });
createSigner(credentials, { fetch: crossFetch });
createSigner(credentials, { fetch: async (url, init) => fetch(url, init) });

// @ts-expect-error a stream has to be read first
await signRequest({ method: 'PUT', url: 'https://host/', body: new ReadableStream() }, credentials);
// @ts-expect-error an object has to be serialized first
await signRequest({ method: 'PUT', url: 'https://host/', body: { name: 'x' } }, credentials);
// @ts-expect-error a secret is needed
await signRequest(request, { apiKey: 'EXOkey' });
// @ts-expect-error a date is not a number of seconds
await signRequest(request, credentials, { expires: new Date() });
// @ts-expect-error no such code
holds<Equal<'ERR_UNKNOWN', Extract<ExoSignerErrorCode, 'ERR_UNKNOWN'>>>();
