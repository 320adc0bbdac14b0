// The signing fetch over the fetches, realms and bodies that other programs use, against a real server.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { runInNewContext } from 'node:vm';

import crossFetch from 'cross-fetch';
import nodeFetch, { Request as NodeFetchRequest } from 'node-fetch';
import * as undici from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { buildMessage, createSigner, signRequest } from '../src/index.ts';
import { type SignerOptions } from '../src/index.ts';
import { signRequestSync } from '../src/node/index.ts';

interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' };
const options = { expires: 1599140767 };
let received: Received[] = [];
let url = '';

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', headers } = request;
  received.push({ method, headers, body: Buffer.concat(chunks) });
  response.end('{}');
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/instance?a=1`;
});
beforeEach(() => {
  received = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function signer(fetch?: SignerOptions['fetch']): ReturnType<typeof createSigner> {
  return createSigner(credentials, { ...options, ...(fetch && { fetch }) });
}

/** Method and body of each request, and whether the signature is that of these. */
async function sent(): Promise<string[][]> {
  return Promise.all(
    received.map(async ({ method, headers, body }) => {
      const signature = await signRequest({ method, url, body }, credentials, options);
      return [method, body.toString(), headers.authorization === signature ? 'signed' : 'wrong'];
    }),
  );
}

describe('with any fetch', () => {
  describe.each([
    ['the global fetch', undefined],
    ['undici', undici.fetch],
    ['node-fetch 3', nodeFetch],
    ['cross-fetch, which is node-fetch 2 on Node', crossFetch],
    ['a plain function', async (target: string, init: RequestInit) => fetch(target, init)],
  ] as const)('%s', (_, inner) => {
    it.each([
      ['text', () => ['PUT', '{"a":"ü"}'] as const, '{"a":"ü"}'],
      ['bytes', () => ['PATCH', Uint8Array.of(65, 66)] as const, 'AB'],
      ['a form', () => ['POST', new URLSearchParams({ a: 'b c' })] as const, 'a=b+c'],
      ['a Blob', () => ['POST', new Blob(['text'], { type: 'text/x' })] as const, 'text'],
      ['no body', () => ['DELETE', null] as const, ''],
    ])('sends %s as it signed it', async (_kind, make, text) => {
      const [method, body] = make();
      const response = await signer(inner).fetch(url, { method: method.toLowerCase(), body });
      expect(response.status).toBe(200);
      expect(await sent()).toEqual([[method, text, 'signed']]);
    });

    it('sends a Request', async () => {
      const request = new Request(url, { method: 'PUT', body: 'x', headers: { 'x-own': 'kept' } });
      await signer(inner).fetch(request);
      expect(await sent()).toEqual([['PUT', 'x', 'signed']]);
      expect(received[0]?.headers['x-own']).toBe('kept');
      expect(request.bodyUsed).toBe(false);
    });
  });
});

describe('a Request', () => {
  it.each([
    ['of undici', () => new undici.Request(url, { method: 'PUT', body: 'x' })],
    ['of node-fetch', () => new NodeFetchRequest(url, { method: 'PUT', body: 'x' })],
    ['by its shape', () => ({ url, method: 'PUT', headers: {}, body: 'x' })],
  ])('%s is sent', async (_, make) => {
    await signer().fetch(make() as never);
    expect(await sent()).toEqual([['PUT', 'x', 'signed']]);
  });

  it('by its shape hands its members to the global fetch', async () => {
    let members: object = {};
    vi.stubGlobal('fetch', async (_: unknown, init: object) => {
      members = init;
      return new Response();
    });
    await signer()
      .fetch({ url, redirect: 'error' } as never)
      .finally(() => vi.unstubAllGlobals());
    expect(members).toMatchObject({ redirect: 'error', method: 'GET' });
  });

  it('is not what only turns into a URL as text', async () => {
    await signer().fetch({ toString: () => url, method: 'DELETE' } as never);
    expect(await sent()).toEqual([['GET', '', 'signed']]);
  });

  it('by its shape needs no body', async () => {
    await signer().fetch({ url } as never);
    expect(await sent()).toEqual([['GET', '', 'signed']]);
  });

  it.each([
    ['no body', 'GET', ''],
    ['a body', 'PUT', 'x'],
  ])('of a runtime without `Request.body` is sent with %s', async (_, method, body) => {
    const clone = (): Response => new Response(body);
    await signer().fetch({ url, method, clone } as never);
    expect(await sent()).toEqual([[method, body, 'signed']]);
  });

  it('that was read is sent with a new body, and refused without one', async () => {
    const used = new Request(url, { method: 'PUT', body: 'old' });
    await used.text();
    await expect(signer().fetch(used)).rejects.toMatchObject({ code: 'ERR_BODY_UNSUPPORTED' });
    await signer().fetch(used, { body: 'new' });
    expect(await sent()).toEqual([['PUT', 'new', 'signed']]);
  });

  it('keeps its body when `init` has null, as with fetch', async () => {
    await signer().fetch(new Request(url, { method: 'PUT', body: 'x' }), { body: null });
    expect(await sent()).toEqual([['PUT', 'x', 'signed']]);
  });

  it('with an empty body can be sent again', async () => {
    const request = new Request(url, { method: 'PUT', body: '' });
    await signer().fetch(request);
    await signer().fetch(request);
    expect(received).toHaveLength(2);
  });

  it('keeps the dispatcher that it was made with', async () => {
    const agent = new undici.Agent();
    await agent.close();
    const request = new Request(url, { dispatcher: agent } as RequestInit);
    await expect(signer().fetch(request)).rejects.toThrow('fetch failed');
    expect(received).toEqual([]);
  });

  it('hands its members to another fetch', async () => {
    const request = new Request(url, { redirect: 'error', keepalive: true });
    let members: object = {};
    await signer(async (_, init) => {
      members = init;
      return new Response();
    }).fetch(request);
    expect(members).toMatchObject({ redirect: 'error', keepalive: true, method: 'GET' });
    expect(members).toHaveProperty('signal', request.signal);
  });
});

describe('init', () => {
  it.each(['dispatcher', 'proxy', 'unix', 'tls', 'agent', 'next', 'cf'])(
    'loses nothing: %s reaches the inner fetch',
    async (name) => {
      const value = {};
      let given: object = {};
      const send: SignerOptions['fetch'] = async (_, init) => {
        given = init;
        return new Response();
      };
      await signer(send).fetch(url, { [name]: value });
      expect(Reflect.get(given, name)).toBe(value);
    },
  );

  it('may be a Request', async () => {
    await signer().fetch(url, new Request(url, { method: 'DELETE', headers: { 'x-own': '1' } }));
    expect(await sent()).toEqual([['DELETE', '', 'signed']]);
    expect(received[0]?.headers['x-own']).toBe('1');
  });

  it('keeps the content type that is given, and sets the one that fetch sets', async () => {
    const form = new FormData();
    form.append('file', new Blob(['x'], { type: 'text/own' }), 'x.txt');
    form.append('text', 'y');
    await signer().fetch(url, { method: 'POST', body: form });
    await signer().fetch(url, { method: 'POST', body: 'x' });
    const headers = { 'content-type': 'text/own' };
    await signer().fetch(url, { method: 'POST', body: 'x', headers });
    expect(received.map((each) => each.headers['content-type'])).toEqual([
      expect.stringMatching(/^multipart\/form-data; boundary=/),
      'text/plain;charset=UTF-8',
      'text/own',
    ]);
    const parts = received[0]?.body.toString() ?? '';
    expect(parts).toMatch(/name="file"; filename="x.txt"\r\nContent-Type: text\/own\r\n\r\nx\r\n/);
    expect(parts).toMatch(/name="text"\r\n\r\ny\r\n/);
  });

  it('sets no content type for bytes, and that of a File', async () => {
    await signer().fetch(url, { method: 'PUT', body: Uint8Array.of(65) });
    const file = new File(['x'], 'x.txt', { type: 'text/own' });
    await signer().fetch(url, { method: 'PUT', body: file });
    const types = received.map((each) => each.headers['content-type']);
    expect(types).toEqual([undefined, 'text/own']);
    expect(await sent()).toEqual([
      ['PUT', 'A', 'signed'],
      ['PUT', 'x', 'signed'],
    ]);
  });

  it('cannot change bytes between signing and sending', async () => {
    const body = new Uint8Array(2).fill(65);
    const pending = signer().fetch(url, { method: 'PUT', body });
    body.fill(66);
    await pending;
    const { buffer } = new Uint8Array(2).fill(65);
    const pendingBuffer = signer().fetch(url, { method: 'PUT', body: buffer });
    new Uint8Array(buffer).fill(66);
    await pendingBuffer;
    expect(await sent()).toEqual([
      ['PUT', 'AA', 'signed'],
      ['PUT', 'AA', 'signed'],
    ]);
  });
});

describe('bytes of another realm', () => {
  const foreign = runInNewContext('Uint8Array.of(65, 66)') as Uint8Array<ArrayBuffer>;
  it.each([
    ['a Uint8Array', foreign],
    ['an ArrayBuffer', foreign.buffer],
    ['a DataView', new DataView(foreign.buffer)],
  ])('%s is sent', async (_, body) => {
    await signer().fetch(url, { method: 'PUT', body });
    expect(await sent()).toEqual([['PUT', 'AB', 'signed']]);
  });

  it('are signed as bytes', () => {
    const own = { method: 'PUT', url, body: Uint8Array.of(65, 66) };
    expect(foreign).not.toBeInstanceOf(Uint8Array);
    expect(buildMessage({ ...own, body: foreign }, 1)).toEqual(buildMessage(own, 1));
    expect(signRequestSync({ ...own, body: foreign }, credentials, options)).toBe(
      signRequestSync(own, credentials, options),
    );
  });
});

describe('refuses without repeating the input', () => {
  it.each([
    {
      title: 'a URL with a password',
      target: () => url.replace('//', '//user:hidden@'),
      init: {},
      code: 'ERR_URL_INVALID',
    },
    {
      title: 'a URL with a user name',
      target: () => url.replace('//', '//hidden@'),
      init: {},
      code: 'ERR_URL_INVALID',
    },
    {
      title: 'a relative URL',
      target: () => '/v2?token=hidden',
      init: {},
      code: 'ERR_URL_INVALID',
    },
    {
      title: 'a URL with a password alone',
      target: () => url.replace('//', '//:hidden@'),
      init: {},
      code: 'ERR_URL_INVALID',
    },
    {
      title: 'a method with a line break in front',
      target: () => url,
      init: { method: '\nGET' },
      code: 'ERR_METHOD_INVALID',
    },
    { title: 'no URL', target: () => null, init: {}, code: 'ERR_URL_INVALID' },
    {
      title: 'xhttp:',
      target: () => url.replace('http', 'xhttp'),
      init: {},
      code: 'ERR_URL_INVALID',
    },
    {
      title: 'a method with a space',
      target: () => `${url}&t=hidden`,
      init: { method: 'GE T' },
      code: 'ERR_METHOD_INVALID',
    },
    {
      title: 'a header with a line feed',
      target: () => url,
      init: { headers: { a: 'hidden\nb' } },
      code: 'ERR_HEADERS_INVALID',
    },
    {
      title: 'an object as body',
      target: () => url,
      init: { method: 'PUT', body: { hidden: 1 } },
      code: 'ERR_BODY_UNSUPPORTED',
    },
  ])('$title', async ({ target, init, code }) => {
    const error: unknown = await signer()
      .fetch(target() as never, init as never)
      .catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: 'ExoSignerError', code });
    expect((error as Error).message).not.toMatch(/hidden|127\.0\.0\.1/);
    expect((error as Error).cause).toBeUndefined();
    expect(received).toEqual([]);
  });
});
