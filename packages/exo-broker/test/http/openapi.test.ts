// What /openapi.json promises is what the broker does: patterns, and answers that are documented.
import { describe, expect, it } from 'vitest';

import { createOpenApi } from '../../src/http/openapi.ts';
import { leaseBody } from '../../src/http/read-body.ts';
import { ttlWithin } from '../../src/lease/ttl.ts';
import { createRecipient } from '../support/recipient.ts';

interface Schema {
  readonly pattern: string;
}

interface Operation {
  readonly parameters?: readonly { readonly schema: Schema }[];
  readonly requestBody: {
    readonly content: {
      readonly 'application/json': {
        readonly schema: { readonly properties: Readonly<Record<string, Schema>> };
      };
    };
  };
  readonly responses: Readonly<Record<string, { readonly headers: object }>>;
}

const { paths } = createOpenApi({
  version: '0.0.0',
  publicUrl: 'https://x.example',
}) as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const post = paths['/v1/leases']?.['post'] as Operation;
const { properties } = post.requestBody.content['application/json'].schema;

const day = 24 * 3600;

function isTtl(text: string): boolean {
  try {
    ttlWithin(day, text);
    return true;
  } catch {
    return false;
  }
}

describe('the pattern of', () => {
  it('a ttl takes the durations that the broker takes', () => {
    const pattern = new RegExp(properties['ttl']?.pattern ?? '');
    const counts = [0, 1, 9, 23, 24, 25, 59, 60, 61, 99, 100, 1439, 1440, 1441, 9999];
    counts.push(10_000, 79_999, 80_000, 85_999, 86_000, 86_399, 86_400, 86_401, 100_000);
    for (const count of counts) {
      for (const unit of ['', 's', 'm', 'h', 'd']) {
        const text = `${count}${unit}`;
        expect([text, pattern.test(text)]).toEqual([text, isTtl(text)]);
      }
    }
  });

  it('a recipient refuses bits that mean nothing, before a key is minted for it', () => {
    const pattern = new RegExp(properties['recipient']?.pattern ?? '');
    const { recipient } = createRecipient();
    const scope = { operations: ['list-zones'] };
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
    const texts = last.map((character) => recipient.slice(0, -1) + character);
    const taken = texts.filter((text) => pattern.test(text));
    expect(taken).toHaveLength(16);
    expect(taken).toContain(recipient);
    expect(texts.filter((text) => leaseBody.safeParse({ scope, recipient: text }).success)).toEqual(
      taken,
    );
  });

  it('an id is the same in the path and in the header', () => {
    const [key] = post.parameters ?? [];
    for (const method of ['get', 'delete']) {
      expect(paths['/v1/leases/{id}']?.[method]?.parameters?.[0]?.schema).toEqual(key?.schema);
    }
  });
});

it('every documented answer has a request id, and only probes have no rate limit', () => {
  for (const [path, methods] of Object.entries(paths)) {
    for (const { responses } of Object.values(methods)) {
      for (const { headers } of Object.values(responses)) {
        expect(headers).toHaveProperty('X-Request-Id');
      }
      expect([path, '429' in responses]).toEqual([path, !/^\/(?:healthz|readyz)$/.test(path)]);
    }
  }
});
