// What signer.fetch makes of bodies by their shape and of an incomplete `init`, before anything is sent.
import { expect, it } from 'vitest';

import { createSigner, signRequest } from '../src/index.ts';
import { type SignedInit } from '../src/types.ts';

const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' };
const url = 'https://api-ch-gva-2.exoscale.com/v2/instance';
const options = { expires: 1599140767 };

/** What the inner fetch is given, after its signature was compared with that of its body. */
async function given(input: unknown, init: unknown): Promise<SignedInit> {
  const calls: SignedInit[] = [];
  const send = async (_: string, members: SignedInit): Promise<Response> => {
    calls.push(members);
    return new Response();
  };
  await createSigner(credentials, { ...options, fetch: send }).fetch(input as never, init as never);
  const [members] = calls;
  if (!members) throw new Error('nothing was sent');
  const { method, body } = members;
  const signature = await signRequest({ method, url, body }, credentials, options);
  expect(members.headers['authorization']).toBe(signature);
  return members;
}

// As happy-dom's, whose classes bear no tag.
const blob = { size: 2, type: 'text/own', arrayBuffer: async () => Uint8Array.of(65, 66).buffer };
const form = {
  getAll: () => [],
  *[Symbol.iterator]() {
    yield ['text', 'y'];
    yield ['file', { ...blob, name: 'x.txt' }];
  },
};

it('sends a Blob of any library', async () => {
  const { body, headers } = await given(url, { method: 'PUT', body: blob });
  expect(headers['content-type']).toBe('text/own');
  expect(body).toEqual(Uint8Array.of(65, 66));
});

it('sends a FormData of any library', async () => {
  const { body, headers } = await given(url, { method: 'PUT', body: form });
  expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(new TextDecoder().decode(body as Uint8Array)).toMatch(
    /name="text"\r\n\r\ny\r\n[^]*filename="x.txt"\r\n.*text\/own\r\n\r\nAB\r\n/,
  );
});

it.each([
  ['a stream that is named FormData', { [Symbol.toStringTag]: 'FormData' }],
  ['a Map', new Map()],
  ['a Response', new Response('x')],
  ['a Blob that cannot be read', { ...blob, arrayBuffer: async () => Promise.reject(new Error()) }],
  ['bytes whose buffer was transferred', transferred()],
])('refuses %s', async (_, body) => {
  await expect(given(url, { method: 'PUT', body })).rejects.toMatchObject({
    code: 'ERR_BODY_UNSUPPORTED',
  });
});

it.each([null, {}, { redirect: undefined, method: undefined, headers: undefined }])(
  'keeps the members of the Request where init is %j',
  async (init) => {
    const request = new Request(url, { method: 'PUT', redirect: 'error', headers: { a: 'b' } });
    const members = await given(request, init);
    expect(members).toMatchObject({ method: 'PUT', redirect: 'error', headers: { a: 'b' } });
    expect(members).not.toHaveProperty('body');
  },
);

it('takes null for no headers', async () => {
  expect(Object.keys((await given(url, { headers: null })).headers)).toEqual(['authorization']);
});

function transferred(): Uint8Array {
  const bytes = Uint8Array.of(65);
  structuredClone(bytes, { transfer: [bytes.buffer] });
  return bytes;
}
