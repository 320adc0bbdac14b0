// Reads a body of bounded size, and checks its form.
import * as z from 'zod';

import { BrokerError } from '../errors.ts';

const maxBodyBytes = 16 * 1024;

const names = z.array(z.string().min(1).max(256)).max(500);

/** The body of `POST /v1/leases`. */
export interface LeaseBody {
  readonly rule?: string | undefined;
  readonly scope: {
    readonly operations?: string[] | undefined;
    readonly tags?: string[] | undefined;
    readonly resources?: string[] | undefined;
    readonly role?: string | undefined;
    readonly 'get-operation'?: 'auto' | 'allow' | 'deny' | undefined;
  };
  readonly ttl?: string | undefined;
  readonly recipient: string;
}

// Only describes the value in /openapi.json. `parseTtl` checks it, and also accepts spaces and leading zeros.
const ttlDescription = {
  description:
    '60 seconds to 24 hours, in seconds (s or without a unit), minutes (m) or hours (h).',
  examples: ['15m'],
  pattern:
    '^(?:(?:[6-9][0-9]|[1-9][0-9]{2,3}|[1-7][0-9]{4}|8[0-5][0-9]{3}|86[0-3][0-9]{2}|86400)s?|(?:[1-9][0-9]{0,2}|1[0-3][0-9]{2}|14[0-3][0-9]|1440)m|(?:[1-9]|1[0-9]|2[0-4])h)$',
};

export const leaseBody: z.ZodType<LeaseBody> = z.strictObject({
  rule: z.string().min(1).max(256).optional(),
  scope: z.strictObject({
    operations: names.optional(),
    tags: names.optional(),
    resources: names.optional(),
    role: z.string().min(1).max(256).optional(),
    'get-operation': z.enum(['auto', 'allow', 'deny']).optional(),
  }),
  ttl: z.string().min(1).max(16).meta(ttlDescription).optional(),
  // 32 bytes in base64url: the last two bits of the last character are unused and must be 0.
  recipient: z.string().regex(/^elr_[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/),
});

/** @throws {BrokerError} `ERR_MEDIA_TYPE`, `ERR_BODY_TOO_LARGE`, `ERR_REQUEST_INVALID`. */
export async function readLeaseBody(request: Request): Promise<LeaseBody> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new BrokerError(
      'ERR_MEDIA_TYPE',
      'The media type of the body is not JSON. Send it with Content-Type: application/json.',
    );
  }
  const parsed = leaseBody.safeParse(parseJson(await readBounded(request)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  throw invalid(`The body is not a request for a lease: ${where}${issue?.message ?? 'not valid'}.`);
}

async function readBounded(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBodyBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (cause) {
    // A client that leaves is not a failure of the broker.
    throw cause instanceof BrokerError ? cause : invalid('The body ended too early.', cause);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid('The body is not valid JSON in UTF-8.');
  }
}

function invalid(problem: string, cause?: unknown): BrokerError {
  return new BrokerError(
    'ERR_REQUEST_INVALID',
    `${problem} Expected {"rule"?, "scope", "ttl"?, "recipient"}; /openapi.json describes it.`,
    { cause },
  );
}

function tooLarge(): BrokerError {
  return new BrokerError(
    'ERR_BODY_TOO_LARGE',
    `The body is larger than ${maxBodyBytes} bytes. Name fewer operations, or use tags.`,
  );
}
