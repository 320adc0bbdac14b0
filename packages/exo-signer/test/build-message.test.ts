import { describe, expect, it } from 'vitest';

import { buildMessage } from '../src/build-message.ts';

const url = 'https://api-ch-gva-2.exoscale.com/v2/zone';

describe('docs/signing.md section 2', () => {
  it('gives the first documented message', () => {
    const documented =
      'https://api-ch-gva-2.exoscale.com/v2/resource/a02baf5a-a3e4-49a0-857b-8a08d276c1c0?p1=v1&p2=v2';
    expect(buildMessage({ method: 'GET', url: documented }, 1599140767)).toEqual({
      message: 'GET /v2/resource/a02baf5a-a3e4-49a0-857b-8a08d276c1c0\n\nv1v2\n\n1599140767',
      signedQueryArgs: ['p1', 'p2'],
    });
  });

  it('gives the second documented message', () => {
    const request = {
      method: 'POST',
      url: 'https://api-ch-gva-2.exoscale.com/v2/security-group',
      body: '{"name": "my-security-group"}',
    };
    expect(buildMessage(request, 1599140767)).toEqual({
      message: 'POST /v2/security-group\n{"name": "my-security-group"}\n\n\n1599140767',
      signedQueryArgs: [],
    });
  });

  it('signs the method in upper case (2.1)', () => {
    expect(buildMessage({ method: 'patch', url }, 1).message).toMatch(/^PATCH /);
  });

  it('takes a URL object as well as a string (2.2)', () => {
    expect(buildMessage({ method: 'GET', url: new URL(url) }, 1)).toEqual(
      buildMessage({ method: 'GET', url }, 1),
    );
  });

  it.each([undefined, null, ''])('signs no body, %j, as an empty segment (2.3)', (body) => {
    const request = body === undefined ? { method: 'GET', url } : { method: 'GET', url, body };
    expect(buildMessage(request, 1).message).toBe('GET /v2/zone\n\n\n\n1');
  });

  it('keeps bytes as bytes (2.3)', () => {
    const body = Uint8Array.of(0xff, 0x00);
    const { message } = buildMessage({ method: 'PUT', url, body }, 1);
    expect(message).toEqual(
      Uint8Array.from([...Buffer.from('PUT /v2/zone\n'), 0xff, 0x00, ...Buffer.from('\n\n\n1')]),
    );
  });
});

describe('docs/signing.md section 6', () => {
  it.each([
    [
      'a stream as body',
      { method: 'PUT', url, body: new ReadableStream() },
      'ERR_BODY_UNSUPPORTED',
    ],
    ['an object as body', { method: 'PUT', url, body: { a: 1 } }, 'ERR_BODY_UNSUPPORTED'],
    ['a number as body', { method: 'PUT', url, body: 1 }, 'ERR_BODY_UNSUPPORTED'],
    ['a relative URL', { method: 'GET', url: '/v2/zone' }, 'ERR_URL_INVALID'],
    ['a URL of another scheme', { method: 'GET', url: 'file:///v2/zone' }, 'ERR_URL_INVALID'],
    ['no URL', { method: 'GET' }, 'ERR_URL_INVALID'],
    ['an empty method', { method: '', url }, 'ERR_METHOD_INVALID'],
    ['a method with a line feed', { method: 'GET\n', url }, 'ERR_METHOD_INVALID'],
    ['no method', { url }, 'ERR_METHOD_INVALID'],
    ['a query name with ;', { method: 'GET', url: `${url}?a%3Bb=1` }, 'ERR_QUERY_NAME_UNSUPPORTED'],
    ['a query name with ,', { method: 'GET', url: `${url}?a,b=1` }, 'ERR_QUERY_NAME_UNSUPPORTED'],
    ['a query name with =', { method: 'GET', url: `${url}?a%3Db=1` }, 'ERR_QUERY_NAME_UNSUPPORTED'],
    [
      'a query name with LF',
      { method: 'GET', url: `${url}?a%0Ab=1` },
      'ERR_QUERY_NAME_UNSUPPORTED',
    ],
    ['a query name with ä', { method: 'GET', url: `${url}?ä=1` }, 'ERR_QUERY_NAME_UNSUPPORTED'],
  ])('refuses %s', (_, request, code) => {
    expect(() => buildMessage(request as never, 1)).toThrowError(expect.objectContaining({ code }));
  });

  it.each([1.5, Number.NaN, Infinity, 2 ** 53, '1' as never])(
    'refuses the expiry %s',
    (expires) => {
      expect(() => buildMessage({ method: 'GET', url }, expires)).toThrowError(
        expect.objectContaining({ code: 'ERR_EXPIRES_INVALID' }),
      );
    },
  );

  it('does not mind a repeated name that the header could not carry, since it is not listed', () => {
    const { signedQueryArgs } = buildMessage({ method: 'GET', url: `${url}?ä=1&ä=2&b=3` }, 1);
    expect(signedQueryArgs).toEqual(['b']);
  });

  it('keeps the query out of the error', () => {
    expect(() => buildMessage({ method: 'GET', url: '/v2/zone?token=hidden' }, 1)).toThrowError(
      expect.objectContaining({ message: expect.not.stringContaining('hidden') }),
    );
  });
});

describe('what is not what it looks like', () => {
  it('a question mark inside a query belongs to a name', () => {
    expect(buildMessage({ method: 'GET', url: 'https://host/?x=1&?y=2' }, 1)).toEqual({
      message: 'GET /\n\n21\n\n1',
      signedQueryArgs: ['?y', 'x'],
    });
  });

  it.each([
    ['?+=a', [' '], 'a'],
    ['?a=+', ['a'], ' '],
    ['?a=%2B', ['a'], '+'],
  ])('the plus sign is decoded in %s', (query, signedQueryArgs, values) => {
    expect(buildMessage({ method: 'GET', url: `https://host/${query}` }, 1)).toEqual({
      message: `GET /\n\n${values}\n\n1`,
      signedQueryArgs,
    });
  });

  it.each([
    ['a DataView', new DataView(new ArrayBuffer(2))],
    ['an object that calls itself a Uint8Array', { [Symbol.toStringTag]: 'Uint8Array' }],
  ])('%s is not bytes', (_, body) => {
    const request = { method: 'PUT', url: 'https://host/', body: body as never };
    expect(() => buildMessage(request, 1)).toThrowError(
      expect.objectContaining({ code: 'ERR_BODY_UNSUPPORTED' }),
    );
  });

  it.each(['http', 'https'])('%s: is accepted, with x in front it is not', (scheme) => {
    expect(buildMessage({ method: 'GET', url: `${scheme}://host/` }, 1).message).toBe(
      'GET /\n\n\n\n1',
    );
    expect(() => buildMessage({ method: 'GET', url: `x${scheme}://host/` }, 1)).toThrowError(
      expect.objectContaining({ code: 'ERR_URL_INVALID' }),
    );
  });
});
