// Callers without types: every wrong argument is a coded error, which repeats nothing of it.
import { expect, it } from 'vitest';

import * as portable from '../src/index.ts';
import * as node from '../src/node/index.ts';

const hidden = 'hidden';
const credentials = { apiKey: 'EXOkey', apiSecret: hidden };
const url = `https://api-ch-gva-2.exoscale.com/v2/instance?token=${hidden}`;
const request = { method: 'GET', url };
const authorization = {
  apiKey: 'EXOkey',
  signedQueryArgs: ['a'],
  expires: 1,
  signature: `${'A'.repeat(43)}=`,
};
const throwing = {
  toString(): string {
    throw new TypeError(hidden);
  },
};

const wrong = [true, 5n, Symbol(hidden), {}, [hidden], () => hidden, throwing];
const wrongOrMissing = [...wrong, undefined, null, '', 5];

const { buildMessage, formatAuthorization, parseAuthorization, signRequest } = portable;

const cases: readonly [
  string,
  portable.ExoSignerErrorCode,
  readonly unknown[],
  (value: never) => unknown,
][] = [
  ['a request', 'ERR_URL_INVALID', wrongOrMissing, (value) => buildMessage(value, 1)],
  ['a URL', 'ERR_URL_INVALID', wrongOrMissing, (value) => build({ url: value })],
  ['a method', 'ERR_METHOD_INVALID', wrongOrMissing, (value) => build({ method: value })],
  ['a URL as method', 'ERR_METHOD_INVALID', [url], (value) => build({ method: value })],
  ['a body', 'ERR_BODY_UNSUPPORTED', wrong, (value) => build({ body: value })],
  [
    'an expiry',
    'ERR_EXPIRES_INVALID',
    wrongOrMissing.slice(0, -1),
    (value) => buildMessage(request, value),
  ],
  [
    'a lifetime',
    'ERR_EXPIRES_INVALID',
    [...wrong, '600', NaN, Infinity],
    (value) => sign({ lifetimeSeconds: value }),
  ],
  [
    'a clock',
    'ERR_EXPIRES_INVALID',
    [...wrong, 5, '', () => 5n, () => new Date(), () => {}],
    (value) => sign({ now: value }),
  ],
  [
    'credentials',
    'ERR_CREDENTIALS_INVALID',
    wrongOrMissing,
    (value) => signRequest(request, value),
  ],
  [
    'credentials of a signer',
    'ERR_CREDENTIALS_INVALID',
    wrongOrMissing,
    (value) => portable.createSigner(value),
  ],
  [
    'a secret',
    'ERR_CREDENTIALS_INVALID',
    wrongOrMissing,
    (value) => node.signRequestSync(request, { apiKey: 'EXOkey', apiSecret: value }),
  ],
  [
    'parts of a header',
    'ERR_CREDENTIALS_INVALID',
    wrongOrMissing,
    (value) => formatAuthorization(value),
  ],
  [
    'names',
    'ERR_QUERY_NAME_UNSUPPORTED',
    [undefined, null, 5, 5n, {}, [5], [Symbol('a,b')]],
    (value) => formatAuthorization({ ...authorization, signedQueryArgs: value }),
  ],
  [
    'a signature',
    'ERR_SIGNATURE_INVALID',
    [...wrongOrMissing, [authorization.signature]],
    (value) => formatAuthorization({ ...authorization, signature: value }),
  ],
  [
    'a header',
    'ERR_AUTHORIZATION_MALFORMED',
    [...wrongOrMissing, [formatAuthorization(authorization)]],
    (value) => parseAuthorization(value),
  ],
];

it.each(cases)('%s of another type is %s', async (...[, code, values, call]) => {
  for (const value of values) {
    const error: unknown = await Promise.resolve(value as never)
      .then(call)
      .catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: 'ExoSignerError', code });
    expect(String((error as Error).stack).split('\n    at ')[0]).not.toContain(hidden);
    expect((error as Error).cause).toBeUndefined();
  }
});

it('takes null for no options', async () => {
  const signer = portable.createSigner(credentials, null as never);
  const header = await signer.sign(request, null as never);
  expect(parseAuthorization(header).expires).toBeGreaterThan(Date.now() / 1000);
});

it.each([
  ['signRequest', signRequest],
  ['signRequestSync', node.signRequestSync],
  [
    'createSigner',
    async (own: typeof request, key: typeof credentials) =>
      portable.createSigner(key, { expires: 1 }).sign(own),
  ],
  [
    'createSigner of /node',
    (own: typeof request, key: typeof credentials) =>
      node.createSigner(key, { expires: 1 }).sign(own),
  ],
])('%s reads a credential once, so that it signs with the one it checked', async (_, call) => {
  const keys = ['EXOkey', 'EXO\nforged: header'];
  const secrets = [hidden, ''];
  const changing = {
    get apiKey() {
      return String(keys.shift());
    },
    get apiSecret() {
      return String(secrets.shift());
    },
  };
  const header = await call(request, changing, { expires: 1 });
  expect(header).toBe(await signRequest(request, credentials, { expires: 1 }));
});

it('signs a view whose buffer was transferred as the empty body that it is', async () => {
  const body = Uint8Array.of(65);
  structuredClone(body, { transfer: [body.buffer] });
  const expected = node.signRequestSync({ ...request, body: '' }, credentials, { expires: 1 });
  expect(await signRequest({ ...request, body }, credentials, { expires: 1 })).toBe(expected);
  expect(node.signRequestSync({ ...request, body }, credentials, { expires: 1 })).toBe(expected);
});

function build(part: object): unknown {
  return buildMessage({ ...request, ...part }, 1);
}

async function sign(options: object): Promise<string> {
  return signRequest(request, credentials, options);
}
