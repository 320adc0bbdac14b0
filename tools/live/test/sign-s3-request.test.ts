// The examples "GET Bucket Lifecycle" and "Get Bucket (List Objects)" of the Amazon S3 API Reference,
// Authenticating Requests: Using the Authorization Header.
import { describe, expect, it } from 'vitest';

import { signS3Request } from '../src/sign-s3-request.ts';

const example = {
  region: 'us-east-1',
  apiKey: 'AKIAIOSFODNN7EXAMPLE',
  apiSecret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  now: Date.UTC(2013, 4, 24),
};

describe('signS3Request', () => {
  it.each([
    ['?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ])('signs %s as published', (query, signature) => {
    const url = new URL(`https://examplebucket.s3.amazonaws.com/${query}`);
    expect(signS3Request({ ...example, url })['authorization']).toContain(`Signature=${signature}`);
  });
});
