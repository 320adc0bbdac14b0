// The description of the API for programs (OpenAPI 3.1).
import * as z from 'zod';

import { leaseBody } from './read-body.ts';

export interface OpenApiOptions {
  readonly version: string;
  readonly publicUrl: string;
}

type Json = Readonly<Record<string, unknown>>;

export function createOpenApi({ version, publicUrl }: OpenApiOptions): Json {
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The idempotency key of the request that made the lease.',
    schema: uuidV4,
  };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A random UUID of version 4.',
    schema: uuidV4,
  };
  const { $schema: _dialect, ...body } = z.toJSONSchema(leaseBody) as Record<string, unknown>;
  return {
    openapi: '3.1.0',
    info: { title: 'exo-broker', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: publicUrl }],
    paths: {
      '/v1/leases': {
        post: {
          operationId: 'create-lease',
          summary: 'Lease a key, sealed to the recipient',
          security: [{ oidc: [] }],
          parameters: [key],
          requestBody: { required: true, content: json(body) },
          responses: {
            201: answer('The lease', lease),
            ...problems(400, 401, 403, 409, 410, 413, 415, 422, 429, 502, 503),
          },
        },
      },
      '/v1/leases/{id}': {
        get: {
          operationId: 'get-lease',
          summary: 'The state of a lease, for the same job',
          security: [{ oidc: [] }],
          parameters: [id],
          responses: { 200: answer('The lease', status), ...problems(401, 404, 429, 503) },
        },
        delete: {
          operationId: 'end-lease',
          summary: 'End a lease. Ending one that is over succeeds',
          security: [{ oidc: [] }, { revokeToken: [] }],
          parameters: [id],
          responses: { 200: answer('Its state', ended), ...problems(401, 404, 429, 503) },
        },
      },
      // Probes have no rate limit.
      '/healthz': {
        get: { operationId: 'health', responses: { 200: answer('The process runs', health) } },
      },
      '/readyz': {
        get: {
          operationId: 'ready',
          responses: {
            200: answer('Ready for requests', ready),
            503: answer('Not ready', notReady),
          },
        },
      },
      '/.well-known/exo-broker': {
        get: {
          operationId: 'discover',
          responses: { 200: answer('How to use this broker', discovery), ...problems(429) },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'openapi',
          responses: { 200: answer('This document', { type: 'object' }), ...problems(429) },
        },
      },
    },
    components: {
      securitySchemes: {
        oidc: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        revokeToken: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: problem },
    },
  };
}

const uuidV4 = {
  type: 'string',
  format: 'uuid',
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$',
};
const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const health = object({ status: { const: 'ok' } });
const ready = object({ status: { const: 'ready' } });
const notReady = object({ status: { const: 'not ready' }, reason: text });
const discovery = object({
  version: text,
  'public-url': text,
  audience: object({ github: text, gitlab: text, manage: text }),
  issuers: { type: 'array', items: object({ kind: { enum: ['github', 'gitlab'] }, url: text }) },
  leases: text,
  openapi: text,
});

const lease = object({
  id: uuidV4,
  key: { type: 'string', pattern: '^EXO' },
  name: text,
  'expires-at': time,
  'enforced-by': { enum: ['server', 'broker'] },
  sealed: {
    type: 'string',
    description: 'A compact JWE with direct key agreement, so its second part is empty.',
    pattern: '^[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$',
  },
  'revoke-token': { type: 'string', pattern: '^elt_[A-Za-z0-9_-]{43}$' },
});
const states = ['minting', 'leased', 'revoking', 'stuck', 'revoked'];
const status = object(
  { id: uuidV4, state: { enum: states }, rule: text, 'expires-at': time },
  { name: text },
);
const ended = object({ state: { enum: ['revoked', 'revoking'] } });
const problem = object(
  {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: text,
    'request-id': { type: 'string', format: 'uuid' },
  },
  { excess: { type: 'array', items: text, description: 'What the ceiling does not allow.' } },
);
const headers = {
  'X-Request-Id': {
    description: 'The request id that the log and the audit trail have.',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  },
};
const retryAfter = {
  'Retry-After': { description: 'In seconds.', schema: { type: 'integer', minimum: 0 } },
};

function object(required: Json, optional: Json = {}): Json {
  const properties = { ...required, ...optional };
  return { type: 'object', properties, required: Object.keys(required) };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function answer(description: string, schema: Json): Json {
  return { description, headers, content: json(schema) };
}

function problems(...statuses: readonly number[]): Json {
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  const describe = (each: number): Json => ({
    description: 'A problem document',
    headers: { ...headers, ...((each === 429 || each === 503) && retryAfter) },
    content,
  });
  return Object.fromEntries(statuses.map((each) => [each, describe(each)]));
}
