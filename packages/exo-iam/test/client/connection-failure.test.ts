import { describe, expect, it } from 'vitest';

import { connectionFailure } from '../../src/client/connection-failure.ts';

const request = {
  operation: 'list-api-keys',
  url: new URL('https://api-ch-gva-2.exoscale.com/v2'),
};

describe('connectionFailure', () => {
  it("finds the system's code however deep it is", () => {
    const system = Object.assign(new Error('connect'), { code: 'ENOTFOUND' });
    const cause = new TypeError('fetch failed', {
      cause: new Error('every address', { cause: system }),
    });
    expect(connectionFailure({ ...request, cause })).toMatchObject({
      error: {
        code: 'ERR_UNREACHABLE',
        uncertain: false,
        message: expect.stringContaining('ENOTFOUND'),
      },
      failure: { notSent: true },
    });
  });

  it('does without', () => {
    expect(connectionFailure({ ...request, cause: new TypeError('fetch failed') })).toMatchObject({
      error: { code: 'ERR_UNREACHABLE', uncertain: true },
      failure: {},
    });
  });

  it('tells a time-out apart', () => {
    expect(connectionFailure({ ...request, cause: undefined, limitMs: 10_000 })).toMatchObject({
      error: {
        code: 'ERR_TIMEOUT',
        uncertain: true,
        message: expect.stringContaining('within 10 s'),
      },
      failure: {},
    });
  });

  const coded = (code: string, syscall?: string): Error =>
    new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code, syscall }) });
  const told = (message: string): Error =>
    new TypeError('fetch failed', { cause: new Error(message) });
  const both = (...errors: readonly Error[]): Error =>
    new TypeError('fetch failed', { cause: new AggregateError(errors, 'all') });

  it.each([
    [coded('ECONNREFUSED', 'connect'), 'ECONNREFUSED'],
    [coded('EAI_AGAIN', 'getaddrinfo'), 'EAI_AGAIN'],
    [coded('UND_ERR_CONNECT_TIMEOUT'), 'network'],
    [coded('ETIMEDOUT', 'connect'), 'ETIMEDOUT'],
    [coded('EHOSTUNREACH', 'connect'), 'EHOSTUNREACH'],
    [coded('ENETUNREACH', 'connect'), 'ENETUNREACH'],
    [both(coded('ECONNREFUSED'), coded('ENETUNREACH', 'connect')), 'ECONNREFUSED'],
    [told('Proxy response (503) !== 200 when HTTP Tunneling'), 'status 503'],
  ])('is certain of %o, and lets it be repeated', (cause, said) => {
    const { error, failure } = connectionFailure({ ...request, cause });
    expect(error).toMatchObject({ uncertain: false, message: expect.stringContaining(said) });
    expect(error.message).toContain('could not be sent');
    expect(failure).toMatchObject({ notSent: true });
    expect(failure.permanent ?? false).toBe(false);
  });

  it.each([
    [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'NODE_EXTRA_CA_CERTS'],
    [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'NODE_EXTRA_CA_CERTS'],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'NODE_EXTRA_CA_CERTS'],
    [coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'NODE_EXTRA_CA_CERTS'],
    [coded('CERT_HAS_EXPIRED'), 'certificate'],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate'],
    [told('Proxy response (407) !== 200 when HTTP Tunneling'), 'status 407'],
    [told('Proxy response (403) !== 200 when HTTP Tunneling'), 'status 403'],
    [told('bad port'), 'port'],
  ])('is certain of %o, which is not repeated', (cause, said) => {
    expect(connectionFailure({ ...request, cause })).toMatchObject({
      error: { uncertain: false, message: expect.stringContaining(said) },
      failure: { notSent: true, permanent: true },
    });
  });

  it.each([
    coded('ETIMEDOUT', 'read'),
    coded('EHOSTUNREACH', 'write'),
    coded('ENETUNREACH'),
    coded('ECONNRESET', 'read'),
    coded('UND_ERR_SOCKET'),
    coded('UND_ERR_HEADERS_OVERFLOW'),
    coded('HPE_INVALID_CONSTANT'),
    both(coded('ECONNREFUSED'), coded('ETIMEDOUT', 'read')),
    'no error',
  ])('is not certain of %o, and does not say that it was not sent', (cause) => {
    const { error, failure } = connectionFailure({ ...request, cause });
    expect(error.uncertain).toBe(true);
    expect(error.message).not.toContain('could not be sent');
    expect(failure.notSent ?? false).toBe(false);
  });
});
