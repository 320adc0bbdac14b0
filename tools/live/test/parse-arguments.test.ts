import { describe, expect, it } from 'vitest';

import { parseArguments } from '../src/parse-arguments.ts';
import { redact } from '../src/redact.ts';

describe('parseArguments', () => {
  it('takes an empty value as none given', () => {
    expect(parseArguments(['--zone', '', '--bucket', '', '--only', ''])).toEqual({
      zone: 'ch-gva-2',
      endpoint: 'https://api-ch-gva-2.exoscale.com/v2',
      bucket: undefined,
      only: [],
      help: false,
    });
  });

  it('reads what is given', () => {
    const args = ['--zone', 'de-fra-1', '--bucket', 'b', '--only', 'x,y'];
    expect(parseArguments(args)).toMatchObject({
      endpoint: 'https://api-de-fra-1.exoscale.com/v2',
      bucket: 'b',
      only: ['x', 'y'],
    });
  });

  it('refuses what it does not know', () => {
    expect(() => parseArguments(['--delete-everything'])).toThrow(TypeError);
  });
});

describe('redact', () => {
  it('takes every secret out, and an empty one for none', () => {
    expect(redact('a secret, a secret', ['', 'secret'])).toBe('a ***, a ***');
  });
});
