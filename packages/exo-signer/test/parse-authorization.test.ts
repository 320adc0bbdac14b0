import { describe, expect, it } from 'vitest';

import { parseAuthorization } from '../src/parse-authorization.ts';

const signature = '2AOBQsbElQb4FpKT/FM/9T4NobjlmZkSGvvdUth/xlY=';
const header = `EXO2-HMAC-SHA256 credential=EXOkey,signed-query-args=p1;p2,expires=1599140767,signature=${signature}`;

describe('docs/signing.md section 4.3', () => {
  it('reads the documented layout', () => {
    expect(parseAuthorization(header)).toEqual({
      apiKey: 'EXOkey',
      signedQueryArgs: ['p1', 'p2'],
      expires: 1599140767,
      signature,
    });
  });

  it('reads a header without query arguments', () => {
    expect(parseAuthorization(header.replace(',signed-query-args=p1;p2', ''))).toMatchObject({
      signedQueryArgs: [],
    });
  });

  it('reads the key from what is left, commas included', () => {
    expect(parseAuthorization(header.replace('EXOkey', 'EXO a,expires=1'))).toMatchObject({
      apiKey: 'EXO a,expires=1',
    });
  });

  it.each([
    ['nothing', ''],
    ['another scheme', header.replace('EXO2', 'EXO3')],
    ['two spaces', header.replace(' ', '  ')],
    ['an empty key', header.replace('EXOkey', '')],
    ['no key', header.replace('credential=EXOkey,', '')],
    ['no expiry', header.replace('expires=1599140767,', '')],
    ['an expiry with a fraction', header.replace('1599140767', '1599140767.5')],
    ['an expiry beyond the safe integers', header.replace('1599140767', '9223372036854775807')],
    ['no signature', header.replace(/,signature.*/, '')],
    ['a short signature', header.replace('2AOB', '')],
    ['pairs in another order', header.replace(/(expires=\d+),(signature=.*)/, '$2,$1')],
    ['a name with a comma', header.replace('p1;p2', 'p1,p2')],
    ['a name with an equals sign', header.replace('p1;p2', 'p1;p=2')],
    ['something behind the signature', `${header},more=1`],
    ['a line feed behind it', `${header}\n`],
    ['something before the scheme', `x${header}`],
    ['a line before it', `x\n${header}`],
    ['a signature with something in front', header.replace('signature=', 'signature=A')],
    ['a key with a tab in front', header.replace('EXOkey', '\tEXOkey')],
    ['query arguments twice', header.replace(',expires', ',signed-query-args=p3,expires')],
    // It took half a minute and more when the time grew with the square of the length.
    ['a long one', `EXO2-HMAC-SHA256 ${'credential=,signed-query-args='.repeat(50_000)}`],
    ['a long expiry', header.replace('=1599140767', '=1599140767,expires='.repeat(50_000))],
  ])('refuses %s', (_, malformed) => {
    expect(() => parseAuthorization(malformed)).toThrowError(
      expect.objectContaining({ code: 'ERR_AUTHORIZATION_MALFORMED' }),
    );
  });
});
