// The legacy resource `access-key` (IAM v2). It left the official specification in June 2024, so the
// catalogue does not have its operations and they are spelled out here.
import type { Callable, CallOptions, Client } from '../client/create-client.ts';
import { checkKeyAnswer } from './check-key-answer.ts';
import { listOf } from './list-of.ts';
import { waitForOperation, type ApiOperation } from './operation.ts';

const operations = {
  create: { name: 'create-access-key', method: 'POST', path: '/access-key' },
  list: { name: 'list-access-keys', method: 'GET', path: '/access-key' },
  get: { name: 'get-access-key', method: 'GET', path: '/access-key/{key}' },
  revoke: { name: 'revoke-access-key', method: 'DELETE', path: '/access-key/{key}' },
  listKnown: {
    name: 'list-access-key-known-operations',
    method: 'GET',
    path: '/access-key-known-operations',
  },
  listOwn: { name: 'list-access-key-operations', method: 'GET', path: '/access-key-operations' },
} as const satisfies Record<string, Callable>;

/** The one thing a legacy key is confined to, a bucket for example. */
export interface AccessKeyResource {
  readonly domain: 'partner' | 'sos';
  readonly 'resource-type': 'bucket' | 'product';
  readonly 'resource-name': string;
}

/** A legacy key to be made. */
export interface NewAccessKey {
  readonly name: string;
  /** Names of legacy operations; not all of them are names of the catalogue. */
  readonly operations?: readonly string[];
  /** Each stands for all operations that have it. */
  readonly tags?: readonly string[];
  readonly resources?: readonly AccessKeyResource[];
}

/** A legacy key, as it is listed. */
export interface AccessKey extends NewAccessKey {
  readonly key: string;
  readonly type?: 'restricted' | 'unrestricted';
  readonly version?: 'v1' | 'v2';
}

/** A legacy key just made. The secret is never shown again. */
export interface CreatedAccessKey extends AccessKey {
  readonly secret: string;
}

/** An operation that a legacy key can be restricted to. */
export interface AccessKeyOperation {
  readonly operation: string;
  readonly tags: readonly string[];
}

/**
 * Creates a legacy key. A role-based key is known to be refused this. Never repeated blindly: when the
 * answer is lost, a key may exist whose secret nobody has.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 *
 * @param key Without operations, tags and resources it may do whatever the signing key may.
 */
export async function createAccessKey(
  client: Client,
  key: NewAccessKey,
  { signal }: CallOptions = {},
): Promise<CreatedAccessKey> {
  const { create } = operations;
  const answer = await client.request<CreatedAccessKey>(create, { body: key, signal });
  return checkKeyAnswer(create.name, answer);
}

/**
 * Every legacy key of the organization.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
export async function listAccessKeys(
  client: Client,
  { signal }: CallOptions = {},
): Promise<AccessKey[]> {
  const { list } = operations;
  return listOf(list.name, await client.request(list, { signal }), 'access-keys');
}

/**
 * One legacy key.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
export function getAccessKey(
  client: Client,
  key: string,
  { signal }: CallOptions = {},
): Promise<AccessKey> {
  return client.request(operations.get, { path: { key }, signal });
}

/**
 * Revokes a legacy key and waits until it is gone. The keys it made live on.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 *
 * @throws {ExoIamError} `ERR_NOT_FOUND` when it is gone already.
 */
export async function revokeAccessKey(
  client: Client,
  key: string,
  { signal }: CallOptions = {},
): Promise<void> {
  const request = { path: { key }, signal };
  const operation = await client.request<ApiOperation>(operations.revoke, request);
  await waitForOperation(client, operation, { signal });
}

/**
 * Every operation that a legacy key can be restricted to, with its tags.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
export function listAccessKeyKnownOperations(
  client: Client,
  options: CallOptions = {},
): Promise<AccessKeyOperation[]> {
  return readOperations(client, operations.listKnown, options);
}

/**
 * The operations of the legacy key that signs.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
export function listAccessKeyOperations(
  client: Client,
  options: CallOptions = {},
): Promise<AccessKeyOperation[]> {
  return readOperations(client, operations.listOwn, options);
}

async function readOperations(
  client: Client,
  operation: Callable,
  { signal }: CallOptions,
): Promise<AccessKeyOperation[]> {
  const answer = await client.request(operation, { signal });
  return listOf(operation.name, answer, 'access-key-operations');
}
