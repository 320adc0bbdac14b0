// The resource `api-key`. Schemas: create-api-key, list-api-keys, get-api-key, delete-api-key.
import type { CallOptions, Client } from '../client/create-client.ts';
import { checkKeyAnswer } from './check-key-answer.ts';
import { listOf } from './list-of.ts';
import { waitForOperation, type ApiOperation } from './operation.ts';

/** An API key, as it is listed. The API tells neither its age nor its expiry. */
export interface ApiKey {
  readonly name: string;
  /** The key itself, `EXO…`, which is also its id. */
  readonly key: string;
  readonly 'role-id': string;
}

/** An API key just made. The secret is never shown again. */
export interface CreatedApiKey extends ApiKey {
  readonly secret: string;
}

/**
 * Creates a key for a role. Never retried blindly: if the response is lost, a key may exist whose
 * secret is unknown.
 *
 * @param key `name` of 1 to 255 characters, `role-id` a UUID.
 */
export async function createApiKey(
  client: Client,
  key: Pick<ApiKey, 'name' | 'role-id'>,
  { signal }: CallOptions = {},
): Promise<CreatedApiKey> {
  const name = 'create-api-key';
  return checkKeyAnswer(name, await client.request<CreatedApiKey>(name, { body: key, signal }));
}

/** Every key of the organization. The API does not page the list. */
export async function listApiKeys(client: Client, { signal }: CallOptions = {}): Promise<ApiKey[]> {
  const name = 'list-api-keys';
  return listOf(name, await client.request(name, { signal }), 'api-keys');
}

/** One key. */
export function getApiKey(
  client: Client,
  key: string,
  { signal }: CallOptions = {},
): Promise<ApiKey> {
  return client.request('get-api-key', { path: { id: key }, signal });
}

/**
 * Deletes a key and waits until it is gone.
 *
 * @throws {ExoIamError} `ERR_NOT_IN_ORGANIZATION` or `ERR_NOT_FOUND` when it is gone already.
 */
export async function deleteApiKey(
  client: Client,
  key: string,
  { signal }: CallOptions = {},
): Promise<void> {
  const operation = await client.request<ApiOperation>('delete-api-key', {
    path: { id: key },
    signal,
  });
  await waitForOperation(client, operation, { signal });
}
