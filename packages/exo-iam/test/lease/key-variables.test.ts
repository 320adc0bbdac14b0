import { describe, expect, it } from 'vitest';

import { keyVariables } from '../../src/lease/key-variables.ts';

const key = { apiKey: 'EXO1', apiSecret: 'secret', zone: 'ch-gva-2' };

describe('keyVariables', () => {
  it('names the variables of each client', () => {
    expect(keyVariables(['exoscale'], key)).toEqual({
      EXOSCALE_API_KEY: 'EXO1',
      EXOSCALE_API_SECRET: 'secret',
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
    });
  });

  it('joins presets, and has none without one', () => {
    expect(Object.keys(keyVariables(['exoscale', 'sos'], key))).toHaveLength(6);
    expect(keyVariables([], key)).toEqual({});
  });

  it.each(['', 'ch-gva-2.evil.example', 'gva'])('refuses sos for the zone %j', (zone) => {
    expect(() => keyVariables(['sos'], { ...key, zone })).toThrowError(
      expect.objectContaining({ code: 'ERR_ZONE_INVALID', field: 'zone' }),
    );
    expect(keyVariables(['exoscale'], { ...key, zone })).toHaveProperty('EXOSCALE_API_KEY');
  });
});
