// A signer for the tests, written from docs/signing.md, sections 2 to 4, for queries without
// repeated names. It shares nothing with the verifier but the specification.
import { createHmac } from 'node:crypto';

export interface SignInput {
  readonly method: string;
  readonly url: string;
  readonly body?: string | undefined;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly expires: number;
}

export function sign(input: SignInput): string {
  const { method, url, body = '', apiKey, apiSecret, expires } = input;
  const { pathname, searchParams } = new URL(url);
  const names = [...new Set(searchParams.keys())].sort();
  const values = names.map((name) => searchParams.get(name)).join('');
  const signature = createHmac('sha256', apiSecret)
    .update([`${method} ${pathname}`, body, values, '', expires].join('\n'))
    .digest('base64');
  const signedArgs = names.length > 0 ? `signed-query-args=${names.join(';')},` : '';
  return `EXO2-HMAC-SHA256 credential=${apiKey},${signedArgs}expires=${expires},signature=${signature}`;
}
