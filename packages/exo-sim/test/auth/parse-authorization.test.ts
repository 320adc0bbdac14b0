import { describe, expect, it } from 'vitest';

import { parseAuthorization } from '../../src/auth/parse-authorization.ts';

const signature = `${'A'.repeat(43)}=`;
const header = (pairs: string): string => `EXO2-HMAC-SHA256 ${pairs},signature=${signature}`;

describe('docs/signing.md 4.3', () => {
  it('reads a header without query arguments', () => {
    expect(parseAuthorization(header('credential=EXO1,expires=12'))).toEqual({
      apiKey: 'EXO1',
      signedQueryArgs: [],
      expires: 12,
      signature,
    });
  });

  it('reads the names of signed query arguments', () => {
    const parsed = parseAuthorization(header('credential=EXO1,signed-query-args=b;a,expires=12'));
    expect(parsed?.signedQueryArgs).toEqual(['b', 'a']);
  });

  it('takes an empty list for the one name that is empty', () => {
    const parsed = parseAuthorization(header('credential=EXO1,signed-query-args=,expires=12'));
    expect(parsed?.signedQueryArgs).toEqual(['']);
  });

  it('leaves a comma to the key', () => {
    expect(parseAuthorization(header('credential=a,expires=1,expires=2'))?.apiKey).toBe(
      'a,expires=1',
    );
  });

  it.each([
    ['another scheme', `Bearer credential=a,expires=1,signature=${signature}`],
    ['something in front of the scheme', `x${header('credential=a,expires=1')}`],
    ['a scheme that only ends like it', ` ${header('credential=a,expires=1')}`],
    ['no key', header('credential=,expires=1')],
    ['no expiry', header('credential=a')],
    ['an expiry that is not a number', header('credential=a,expires=soon')],
    ['an expiry with a leading zero', header('credential=a,expires=01')],
    ['a short signature', 'EXO2-HMAC-SHA256 credential=a,expires=1,signature=AAAA'],
    ['something behind the signature', `${header('credential=a,expires=1')},x=1`],
    [
      'a repeated list of names',
      header('credential=a,signed-query-args=b,signed-query-args=c,expires=1'),
    ],
    [
      'a repeated expiry behind a list',
      header('credential=a,signed-query-args=b,expires=1,expires=2'),
    ],
    ['pairs in another order', header('expires=1,credential=a')],
  ])('finds %s malformed', (_, malformed) => {
    expect(parseAuthorization(malformed)).toBeUndefined();
  });
});
