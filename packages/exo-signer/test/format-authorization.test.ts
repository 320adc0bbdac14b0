import { describe, expect, it } from 'vitest';

import { formatAuthorization } from '../src/format-authorization.ts';

const signature = '2AOBQsbElQb4FpKT/FM/9T4NobjlmZkSGvvdUth/xlY=';
const authorization = {
  apiKey: 'EXOkey',
  signedQueryArgs: ['p1', 'p2'],
  expires: 1599140767,
  signature,
};

describe('docs/signing.md section 4', () => {
  it('writes the documented header', () => {
    expect(formatAuthorization({ ...authorization, apiKey: 'EXO29147e9f89102b7ac1e88514' })).toBe(
      `EXO2-HMAC-SHA256 credential=EXO29147e9f89102b7ac1e88514,signed-query-args=p1;p2,expires=1599140767,signature=${signature}`,
    );
  });

  it('leaves signed-query-args out when none was signed', () => {
    expect(formatAuthorization({ ...authorization, signedQueryArgs: [] })).toBe(
      `EXO2-HMAC-SHA256 credential=EXOkey,expires=1599140767,signature=${signature}`,
    );
  });

  it.each([
    ['an empty key', { apiKey: '' }, 'ERR_CREDENTIALS_INVALID'],
    ['a key with a line break', { apiKey: 'EXOkey\n' }, 'ERR_CREDENTIALS_INVALID'],
    [
      'a key that looks like another pair',
      { apiKey: 'EXO,signed-query-args=a' },
      'ERR_CREDENTIALS_INVALID',
    ],
    ['a name with a separator', { signedQueryArgs: ['a;b'] }, 'ERR_QUERY_NAME_UNSUPPORTED'],
    ['an expiry with a fraction', { expires: 0.5 }, 'ERR_EXPIRES_INVALID'],
    [
      'a signature with something in front',
      { signature: `A${signature}` },
      'ERR_SIGNATURE_INVALID',
    ],
    ['a key with a line break in front', { apiKey: '\nEXOkey' }, 'ERR_CREDENTIALS_INVALID'],
    [
      'a name with a line break in front',
      { signedQueryArgs: ['\na'] },
      'ERR_QUERY_NAME_UNSUPPORTED',
    ],
    ['a signature in hexadecimal', { signature: 'ab'.repeat(32) }, 'ERR_SIGNATURE_INVALID'],
    [
      'a signature in base64url',
      { signature: signature.replaceAll('/', '_') },
      'ERR_SIGNATURE_INVALID',
    ],
  ])('refuses %s', (_, part, code) => {
    expect(() => formatAuthorization({ ...authorization, ...part })).toThrowError(
      expect.objectContaining({ code }),
    );
  });
});
