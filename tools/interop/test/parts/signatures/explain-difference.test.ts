import { createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { explainDifference } from '../../../parts/signatures/explain-difference.ts';
import type { Reference } from '../../../parts/signatures/explain-difference.ts';

const request = {
  method: 'GET',
  url: 'https://host/v2/thing',
  body: '',
  apiKey: 'EXO1',
  apiSecret: 'secret',
};

interface Signed {
  readonly url: string;
  /** What is signed, and listed. */
  readonly path: string;
  readonly values?: string;
  readonly names?: string;
  /** As it is sent, where that is not what the URL says. */
  readonly query?: string;
}

function explain(reference: Reference, signed: Signed, refused = false): unknown {
  const { path, values = '', names = '' } = signed;
  const { pathname, search } = new URL(signed.url);
  const signature = createHmac('sha256', 'secret')
    .update(`GET ${path}\n\n${values}\n\n1`)
    .digest('base64');
  const listed = names === '' ? '' : `,signed-query-args=${names}`;
  const authorization = `EXO2-HMAC-SHA256 credential=EXO1${listed},expires=1,signature=${signature}`;
  const other = { path: pathname, query: signed.query ?? search.slice(1), authorization };
  return explainDifference({ ...request, url: signed.url }, other, { reference, refused });
}

const path = '/v2/thing';

describe('requests-exoscale-auth', () => {
  it.each([
    [{ url: `https://host${path}?a=&b=1`, path, values: '1', names: 'b' }, ['empty values']],
    [{ url: `https://host${path}?a=1&a=2&b=3`, path, values: '3', names: 'a;b' }, ['duplicates']],
    [
      { url: `https://host${path}?a=1&a=`, path, values: '1', names: 'a' },
      ['empty values', 'duplicates'],
    ],
    [{ url: `https://host${path};v=1`, path }, ['; in the last segment']],
    [
      {
        url: `https://host${path}?a=%&b=%20`,
        path,
        query: 'a=%25&b=%2520',
        values: '%%20',
        names: 'a;b',
      },
      ['invalid escapes'],
    ],
  ])('%j', (signed, expected) => {
    expect(explain('requests-exoscale-auth', signed)).toEqual(expected);
  });
});

describe('egoscale', () => {
  it.each([
    [{ url: `https://host${path}?a=1;b&c=2`, path, values: '2', names: 'c' }, ['; in the query']],
    [{ url: `https://host${path}?a=%zz&c=2`, path, values: '2', names: 'c' }, ['invalid escapes']],
  ])('%j', (signed, expected) => {
    expect(explain('egoscale', signed)).toEqual(expected);
  });

  it('may sign what we refuse', () => {
    const signed = { url: `https://host${path}?a%3Bb=1`, path, values: '1', names: 'a;b' };
    expect(explain('egoscale', signed, true)).toEqual(['refused by us']);
  });
});

it.each(['egoscale', 'requests-exoscale-auth'] as const)(
  'a header of %s that no difference leads to stays unexplained',
  (reference) => {
    const url = `https://host${path}?a=1`;
    expect(explain(reference, { url, path, values: '2', names: 'a' })).toBeUndefined();
    expect(explain(reference, { url, path, values: '1', names: 'a' })).toBeUndefined();
    expect(explain(reference, { url: `${url}&b=&b=%`, path })).toBeUndefined();
  },
);
