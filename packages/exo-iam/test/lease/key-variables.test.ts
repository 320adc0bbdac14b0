import { describe, expect, it } from 'vitest';

import { keyVariables } from '../../src/lease/key-variables.ts';

const credentials = { apiKey: 'EXO1', apiSecret: 'secret' };
const key = { ...credentials, zone: 'ch-gva-2' };

describe('keyVariables', () => {
  it('names the variables of each client', () => {
    expect(keyVariables(['exoscale'], key)).toEqual({
      EXOSCALE_API_KEY: 'EXO1',
      EXOSCALE_API_SECRET: 'secret',
      EXOSCALE_ZONE: 'ch-gva-2',
    });
    expect(keyVariables(['terraform'], key)).toEqual({
      EXOSCALE_API_KEY: 'EXO1',
      EXOSCALE_API_SECRET: 'secret',
      EXOSCALE_KEY: 'EXO1',
      EXOSCALE_SECRET: 'secret',
    });
    expect(keyVariables(['sos'], key)).toEqual({
      AWS_ACCESS_KEY_ID: 'EXO1',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_ENDPOINT_URL_S3: 'https://sos-ch-gva-2.exo.io',
      AWS_REGION: 'ch-gva-2',
      AWS_DEFAULT_REGION: 'ch-gva-2',
    });
  });

  it('joins presets, and has none without one', () => {
    expect(Object.keys(keyVariables(['exoscale', 'sos'], key))).toHaveLength(8);
    expect(keyVariables([], key)).toEqual({});
  });

  it.each(['', 'ch-gva-2.evil.example', 'gva'])('refuses sos for the zone %j', (zone) => {
    expect(() => keyVariables(['sos'], { ...key, zone })).toThrowError(
      expect.objectContaining({ code: 'ERR_ZONE_INVALID', field: 'zone' }),
    );
    expect(keyVariables(['exoscale'], { ...key, zone })).toHaveProperty('EXOSCALE_API_KEY');
  });

  it('never names a zone or an endpoint that nobody named', () => {
    expect(Object.keys(keyVariables(['exoscale'], credentials))).toEqual([
      'EXOSCALE_API_KEY',
      'EXOSCALE_API_SECRET',
    ]);
    expect(() => keyVariables(['sos'], credentials)).toThrowError(
      expect.objectContaining({ code: 'ERR_ZONE_INVALID' }),
    );
  });

  it('names the endpoint, unless Terraform would split its calls over two hosts', () => {
    const endpoint = 'http://127.0.0.1:8080/v2';
    const there = { ...credentials, endpoint };
    expect(keyVariables(['exoscale'], there)).toHaveProperty('EXOSCALE_API_ENDPOINT', endpoint);
    for (const presets of [['terraform'], ['exoscale', 'terraform'], ['sos']] as const) {
      const variables = keyVariables(presets, { ...there, zone: 'ch-gva-2' });
      expect(variables).not.toHaveProperty('EXOSCALE_API_ENDPOINT');
    }
  });
});
