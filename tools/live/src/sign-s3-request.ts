// AWS Signature Version 4 for a GET without a body, as far as listing a bucket needs it.
// Source: Amazon S3 API Reference, "Authenticating Requests (AWS Signature Version 4)".
import { createHash, createHmac } from 'node:crypto';

export interface S3Request {
  readonly url: URL;
  readonly region: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The headers to send. */
export function signS3Request(request: S3Request): Readonly<Record<string, string>> {
  const { url, region, apiKey, apiSecret } = request;
  const stamp = new Date(request.now).toISOString().replace(/[-:]|\.\d+/g, '');
  const bodyHash = sha256('');
  const signed: Readonly<Record<string, string>> = {
    host: url.host,
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': stamp,
  };
  const names = Object.keys(signed).join(';');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const canonical = [
    'GET',
    url.pathname,
    query,
    ...Object.entries(signed).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    bodyHash,
  ].join('\n');
  const scope = `${stamp.slice(0, 8)}/${region}/s3/aws4_request`;
  const message = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${apiSecret}`);
  const signature = hmac(key, message).toString('hex');
  return {
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': stamp,
    authorization: `AWS4-HMAC-SHA256 Credential=${apiKey}/${scope},SignedHeaders=${names},Signature=${signature}`,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
