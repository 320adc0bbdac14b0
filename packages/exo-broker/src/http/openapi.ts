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
    schema: { type: 'string', format: 'uuid' },
  };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A random UUID of version 4.',
    schema: { type: 'string', format: 'uuid', pattern: uuidV4 },
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
          summary: 'End a lease; one that is over is a success',
          security: [{ oidc: [] }, { revokeToken: [] }],
          parameters: [id],
          responses: { 200: answer('Its state', ended), ...problems(401, 404, 429, 503) },
        },
      },
      '/healthz': { get: plain('health', 'The process runs') },
      '/readyz': {
        get: {
          operationId: 'ready',
          responses: {
            200: answer('Ready for requests', anyObject),
            503: answer('Not ready', anyObject),
            ...problems(429),
          },
        },
      },
      '/.well-known/exo-broker': { get: plain('discover', 'How to use this broker') },
      '/openapi.json': { get: plain('openapi', 'This document') },
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

const uuidV4 =
  '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$';
const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const anyObject = { type: 'object' };

const lease = object({
  id: text,
  key: text,
  name: text,
  'expires-at': time,
  'enforced-by': { enum: ['server', 'broker'] },
  sealed: text,
  'revoke-token': text,
});
const states = ['minting', 'leased', 'revoking', 'stuck', 'revoked'];
const status = {
  ...object({ id: text, state: { enum: states }, rule: text, 'expires-at': time }),
  properties: { id: text, state: { enum: states }, rule: text, name: text, 'expires-at': time },
};
const ended = object({ state: { enum: ['revoked', 'revoking'] } });
const problem = {
  ...object({
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: text,
    'request-id': text,
  }),
  additionalProperties: true,
};

function object(properties: Json): Json {
  return { type: 'object', properties, required: Object.keys(properties) };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function answer(description: string, schema: Json): Json {
  return { description, content: json(schema) };
}

function plain(operationId: string, description: string): Json {
  return { operationId, responses: { 200: answer(description, anyObject), ...problems(429) } };
}

function problems(...statuses: readonly number[]): Json {
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  return Object.fromEntries(
    statuses.map((each) => [each, { description: 'A problem document', content }]),
  );
}
