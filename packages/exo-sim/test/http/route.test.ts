import { describe, expect, it } from 'vitest';

import { routeRequest } from '../../src/http/route.ts';
import { officialZones } from '../../src/http/zones.ts';

function route(
  target: string,
  over: { method?: string; host?: string | undefined; zones?: string[] } = {},
): unknown {
  const { method = 'GET', zones = officialZones } = over;
  const request = {
    method,
    target,
    headers: 'host' in over ? { host: over.host } : { host: 'localhost' },
    body: new Uint8Array(),
    sourceIp: '127.0.0.1',
    endpointOf: () => '',
    signal: new AbortController().signal,
  };
  return routeRequest(request, zones);
}

describe('the zone', () => {
  it('is the default one, without a hint', () => {
    expect(route('/v2/zone', { host: undefined })).toMatchObject({ zone: 'ch-gva-2' });
    expect(route('/v2/zone')).toMatchObject({
      zone: 'ch-gva-2',
      operation: { name: 'list-zones' },
    });
  });

  it('is the first one served, where the default one is not', () => {
    expect(route('/v2/zone', { zones: ['x-1', 'x-2'] })).toMatchObject({ zone: 'x-1' });
  });

  it('is the one of the host', () => {
    expect(route('/v2/zone', { host: 'api-de-fra-1.exoscale.com' })).toMatchObject({
      zone: 'de-fra-1',
    });
    expect(route('/v2/zone', { host: 'API-DE-FRA-1.EXOSCALE.COM:443' })).toMatchObject({
      zone: 'de-fra-1',
    });
  });

  it('is the one of the path, whatever the host', () => {
    expect(route('/at-vie-2/v2/zone', { host: 'api-de-fra-1.exoscale.com' })).toMatchObject({
      zone: 'at-vie-2',
      path: '/at-vie-2/v2/zone',
    });
  });

  it.each([
    ['/xx-1/v2/zone', {}],
    ['/v2/zone', { host: 'api-xx-1.exoscale.com' }],
  ])('is refused where it is not served: %s %o', (target, over) => {
    expect(route(target, over)).toMatchObject({ refusal: { status: 404 } });
  });
});

describe('the operation', () => {
  it('comes with the values of its path, decoded, and the raw query', () => {
    expect(route('/v2/iam-role/a%20b?x=%20', { method: 'DELETE' })).toMatchObject({
      operation: { name: 'delete-iam-role' },
      pathParameters: { id: 'a b' },
      path: '/v2/iam-role/a%20b',
      query: 'x=%20',
    });
  });

  it('may be a legacy one', () => {
    expect(route('/v2/access-key/EXO%31', { method: 'DELETE' })).toMatchObject({
      operation: { name: 'revoke-access-key' },
      pathParameters: { key: 'EXO1' },
    });
    expect(route('/v2/access-key-operations')).toMatchObject({
      operation: { name: 'list-access-key-operations' },
      pathParameters: {},
    });
  });

  it.each(['/', '*', '/v2', '/v1/zone', '/v2/nothing', '/v2/zone/x/y/z'])(
    'is not found at %s',
    (target) => {
      expect(route(target)).toMatchObject({ refusal: { status: 404 } });
    },
  );

  it('is refused with what is possible instead', () => {
    expect(route('/v2/zone', { method: 'PATCH' })).toMatchObject({
      refusal: { status: 405, headers: { allow: 'GET' } },
    });
    expect(route('/v2/access-key', { method: 'DELETE' })).toMatchObject({
      refusal: { status: 405, headers: { allow: 'GET, POST' } },
    });
    expect(route('/v2/ai/api-key/1', { method: 'PUT' })).toMatchObject({
      refusal: { status: 405, headers: { allow: 'GET, PATCH, DELETE' } },
    });
  });

  it('is refused when its path is malformed', () => {
    expect(route('/v2/iam-role/%')).toMatchObject({ refusal: { status: 400 } });
  });
});

it.each([
  'xapi-de-fra-1.exoscale.com',
  'api-de-fra-1.exoscale.com.example',
  'api-de-fra-1.exoscale.comx',
])('finds no zone in the host %s', (host) => {
  expect(route('/v2/zone', { host })).toMatchObject({ zone: 'ch-gva-2' });
});

it.each(['/x/ch-gva-2/v2/zone', 'x/v2/zone', '/v2x/zone'])('finds no API at %s', (path) => {
  expect(route(path)).toMatchObject({ refusal: { status: 404 } });
});
