import { describe, expect, it } from 'vitest';

import { resolveEndpoint } from '../../src/client/endpoint.ts';

describe('resolveEndpoint', () => {
  it.each([
    [{}, 'https://api-ch-gva-2.exoscale.com/v2'],
    [{ zone: 'at-vie-1' }, 'https://api-at-vie-1.exoscale.com/v2'],
    [
      { endpoint: 'https://proxy.example/exo/v2/', allowAnyHost: true },
      'https://proxy.example/exo/v2',
    ],
    [{ endpoint: 'https://proxy.example', allowAnyHost: true }, 'https://proxy.example/v2'],
    [{ endpoint: 'http://127.0.0.1:8080/v2' }, 'http://127.0.0.1:8080/v2'],
    [{ endpoint: 'http://localhost:8080/v2' }, 'http://localhost:8080/v2'],
    [{ endpoint: 'http://[::1]:8080/v2' }, 'http://[::1]:8080/v2'],
    [{ endpoint: 'https://ppapi-ch-gva-2.exoscale.com' }, 'https://ppapi-ch-gva-2.exoscale.com/v2'],
    [{ zone: 'at-vie-1', endpoint: 'https://127.0.0.1/v2' }, 'https://127.0.0.1/v2'],
  ])('%j is %s', (options, url) => {
    expect(resolveEndpoint(options).href).toBe(url);
  });

  it.each(['', 'CH-GVA-2', 'ch-gva-2.evil.example/', 'ch-gva', 'ch-gva-2@evil'])(
    'refuses the zone %j',
    (zone) => {
      expect(() => resolveEndpoint({ zone })).toThrowError(
        expect.objectContaining({ code: 'ERR_ZONE_INVALID', field: 'zone' }),
      );
    },
  );

  it.each([
    'api-ch-gva-2.exoscale.com',
    'http://api-ch-gva-2.exoscale.com/v2',
    'http://127.0.0.1.evil.example/v2',
    'ftp://127.0.0.1/v2',
    'https://proxy.example/v2',
    'https://api-ch-gva-2.exoscale.com.evil.example/v2',
    'https://evil-exoscale.com/v2',
    'https://user@proxy.example/v2',
    'https://:secret@proxy.example/v2',
    'https://proxy.example/v2?a=1',
    'https://proxy.example/v2#a',
  ])('refuses the endpoint %s', (endpoint) => {
    expect(() => resolveEndpoint({ endpoint })).toThrowError(
      expect.objectContaining({
        code: 'ERR_ENDPOINT_INVALID',
        field: 'endpoint',
        message: expect.not.stringContaining('secret'),
      }),
    );
  });
});
