import { describe, expect, it } from 'vitest';

import { readConnection } from '../src/read-connection.ts';
import { stepWith } from './support/step-with.ts';

const env = { EXOSCALE_API_KEY: 'EXOenv', EXOSCALE_API_SECRET: ' of-env\n' };

describe('readConnection', () => {
  it('prefers the inputs to the environment, and masks the secret it gives', () => {
    const inputs = { 'api-key': 'EXO', 'api-secret': 's', zone: 'de-fra-1', endpoint: 'https://a' };
    const step = stepWith(inputs, env);
    const { zone, endpoint } = inputs;
    expect(readConnection(step)).toEqual({ apiKey: 'EXO', apiSecret: 's', zone, endpoint });
    expect(step.masked).toEqual(['s', 'of-env']);
  });

  it('takes the environment, without the blanks of a secret that was pasted', () => {
    const step = stepWith({}, env);
    expect(readConnection(step)).toEqual({
      apiKey: 'EXOenv',
      apiSecret: 'of-env',
      fromVariables: true,
    });
    expect(step.masked).toEqual(['of-env']);
  });

  it.each([
    ['api-key', { 'api-secret': 's' }],
    ['api-secret', { 'api-key': 'EXO' }],
  ])('says that %s is missing', (field, inputs) => {
    expect(() => readConnection(stepWith(inputs))).toThrow(
      expect.objectContaining({ code: 'ERR_CREDENTIALS_MISSING', field }),
    );
  });

  it.each([
    ['api-secret', { 'api-key': 'EXO' }],
    ['api-key', { 'api-secret': 's' }],
  ])('never completes one source with the other: %s is missing', (field, inputs) => {
    expect(() => readConnection(stepWith(inputs, env))).toThrow(
      expect.objectContaining({ code: 'ERR_CREDENTIALS_MISSING', field }),
    );
  });

  it('masks the secret even when the key is missing', () => {
    const step = stepWith({ 'api-secret': 's' });
    expect(() => readConnection(step)).toThrow('api-key is empty');
    expect(step.masked).toEqual(['s']);
  });
});
