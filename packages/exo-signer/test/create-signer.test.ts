import { describe, expect, it, vi } from 'vitest';

import * as portable from '../src/index.ts';
import * as node from '../src/node/index.ts';

const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' };
const url = 'https://api-ch-gva-2.exoscale.com/v2/instance';
const options = { expires: 1599140767 };

describe.each([
  ['@x/exo-signer', portable.createSigner],
  ['@x/exo-signer/node', node.createSigner],
])('createSigner of %s', (_, createSigner) => {
  describe('sign', () => {
    it('signs as signRequest does, call after call', async () => {
      const signer = createSigner(credentials);
      const request = { method: 'POST', url, body: '{}' };
      const expected = await portable.signRequest(request, credentials, options);
      expect(await signer.sign(request, options)).toBe(expected);
      expect(await signer.sign(request, options)).toBe(expected);
    });

    it('lets the options of a call win, one by one', async () => {
      const signer = createSigner(credentials, { lifetimeSeconds: 60, now: () => 0 });
      const header = await signer.sign({ method: 'GET', url }, { lifetimeSeconds: 30 });
      expect(portable.parseAuthorization(header).expires).toBe(30);
    });

    it.each([{}, undefined, { expires: undefined, lifetimeSeconds: undefined, now: undefined }])(
      'keeps its own options where a call gives %j',
      async (overrides) => {
        const signer = createSigner(credentials, { lifetimeSeconds: 60, now: () => 0 });
        const header = await signer.sign({ method: 'GET', url }, overrides as object);
        expect(portable.parseAuthorization(header).expires).toBe(60);
      },
    );

    it('signs many at once, of any length, text and bytes, as each alone', async () => {
      const signer = createSigner(credentials, options);
      const bodies = ['', 'ü€😀', 'a'.repeat(100_000), Uint8Array.of(255, 0), '€'.repeat(400_000)];
      const requests = [...bodies, ...bodies.toReversed()].map((body) => ({
        method: 'POST',
        url: `${url}?a=1`,
        body,
      }));
      expect(await Promise.all(requests.map(async (request) => signer.sign(request)))).toEqual(
        requests.map((request) => node.signRequestSync(request, credentials, options)),
      );
    });

    it.each([
      ['an empty key', { apiKey: '', apiSecret: 'secret' }],
      ['a key with a line break in front', { apiKey: '\nEXOkey', apiSecret: 'secret' }],
      ['a key with a line break at its end', { apiKey: 'EXOkey\n', apiSecret: 'secret' }],
    ])('refuses %s when it is made', (_case, bad) => {
      expect(() => createSigner(bad)).toThrowError(
        expect.objectContaining({ code: 'ERR_CREDENTIALS_INVALID' }),
      );
    });

    it.each([1_750_000_000_000, 253_402_300_800])('refuses the expiry %d', async (expires) => {
      const sign = async (): Promise<string> =>
        createSigner(credentials).sign({ method: 'GET', url }, { expires });
      await expect(sign()).rejects.toMatchObject({ code: 'ERR_EXPIRES_INVALID' });
    });

    it('refuses empty credentials when it is made', () => {
      expect(() => createSigner({ apiKey: 'EXOkey', apiSecret: '' })).toThrowError(
        expect.objectContaining({ code: 'ERR_CREDENTIALS_INVALID' }),
      );
    });
  });

  describe('fetch', () => {
    it('sends the bytes that it signed', async () => {
      const { sent, fetch } = recording();
      await createSigner(credentials, { ...options, fetch }).fetch(`${url}?a=1`, {
        method: 'POST',
        body: '{"name":"Zürich"}',
        headers: { 'content-type': 'application/json' },
      });
      const [request] = sent;
      expect(await request?.clone().text()).toBe('{"name":"Zürich"}');
      expect(request?.headers.get('content-type')).toBe('application/json');
      expect(request?.headers.get('authorization')).toBe(await signatureOf(request));
    });

    it.each(['patch', 'get', 'delete'])(
      'sends %s in upper case, as it is signed',
      async (method) => {
        const { sent, fetch } = recording();
        await createSigner(credentials, { ...options, fetch }).fetch(url, { method });
        expect(sent[0]?.method).toBe(method.toUpperCase());
        expect(sent[0]?.headers.get('authorization')).toBe(await signatureOf(sent[0]));
      },
    );

    it('leaves a Request usable, so that a retry can sign it again', async () => {
      const { sent, fetch } = recording();
      const signer = createSigner(credentials, { ...options, fetch });
      const request = new Request(url, { method: 'PUT', body: 'again' });
      await signer.fetch(request);
      await signer.fetch(request);
      expect(await Promise.all(sent.map((each) => each.text()))).toEqual(['again', 'again']);
      expect(request.bodyUsed).toBe(false);
    });

    it.each([
      ['bytes', Uint8Array.of(1, 2)],
      ['a Blob', new Blob(['text'])],
      ['form data', new URLSearchParams({ a: 'b' })],
      ['an empty string', ''],
    ])('takes %s as body', async (_kind, body) => {
      const { sent, fetch } = recording();
      await createSigner(credentials, { ...options, fetch }).fetch(url, { method: 'PUT', body });
      expect(sent[0]?.headers.get('authorization')).toBe(await signatureOf(sent[0]));
    });

    it.each([
      ['a ReadableStream', () => new ReadableStream()],
      [
        'an async iterable',
        () =>
          (async function* lines() {
            yield 'line';
          })(),
      ],
    ])('refuses %s before sending anything', async (_kind, body) => {
      const { sent, fetch } = recording();
      const init = { method: 'PUT', body: body() as never };
      await expect(createSigner(credentials, { fetch }).fetch(url, init)).rejects.toMatchObject({
        code: 'ERR_BODY_UNSUPPORTED',
      });
      expect(sent).toEqual([]);
    });

    it('passes an abort on', async () => {
      const { sent, fetch } = recording();
      const controller = new AbortController();
      await createSigner(credentials, { fetch }).fetch(url, { signal: controller.signal });
      controller.abort();
      expect(sent[0]?.signal.aborted).toBe(true);
    });

    it('uses the fetch that is global at the time of the call', async () => {
      const signer = createSigner(credentials);
      const { sent, fetch } = recording();
      vi.stubGlobal('fetch', fetch);
      await signer.fetch(url).finally(() => vi.unstubAllGlobals());
      expect(sent).toHaveLength(1);
    });
  });
});

it('hands its secret to Web Crypto once, and not to be read back', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey');
  const signer = portable.createSigner(credentials);
  await signer.sign({ method: 'GET', url });
  await signer.sign({ method: 'GET', url });
  const keys = await Promise.all(
    importKey.mock.results.map(({ value }) => value as Promise<CryptoKey>),
  );
  importKey.mockRestore();
  expect(keys).toEqual([expect.objectContaining({ extractable: false, usages: ['sign'] })]);
});

function recording(): { sent: Request[]; fetch: typeof fetch } {
  const sent: Request[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      return new Response();
    },
  };
}

async function signatureOf(request: Request | undefined): Promise<string> {
  if (!request) throw new Error('nothing was sent');
  const body = new Uint8Array(await request.clone().arrayBuffer());
  return portable.signRequest(
    { method: request.method, url: request.url, body },
    credentials,
    options,
  );
}
