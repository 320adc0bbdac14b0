// Removes keys of either generation, by id or by name.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError, hasCode } from '../errors.ts';
import { listAccessKeys, revokeAccessKey } from '../resources/access-key.ts';
import { deleteApiKey, listApiKeys } from '../resources/api-key.ts';

/** What happened to a key or role: `deleted` by this call, or `gone` before it. */
export type Removal = 'deleted' | 'gone';

/** A kind of key. */
export interface KeyKind {
  readonly list: (
    client: Client,
    options: CallOptions,
  ) => Promise<readonly { readonly name: string; readonly key: string }[]>;
  readonly remove: (client: Client, key: string, options: CallOptions) => Promise<void>;
}

export const apiKeys: KeyKind = { list: listApiKeys, remove: deleteApiKey };
export const accessKeys: KeyKind = { list: listAccessKeys, remove: revokeAccessKey };

/** Which key: by its id if that is known, else every key of exactly that name. */
export interface KeySelection extends CallOptions {
  readonly name: string;
  readonly apiKey?: string | undefined;
}

export async function removeKeys(
  client: Client,
  kind: KeyKind,
  { name, apiKey, signal }: KeySelection,
): Promise<Removal> {
  const ids =
    apiKey === undefined
      ? (await kind.list(client, { signal }))
          .filter((each) => each.name === name)
          .map(({ key }) => key)
      : [apiKey];
  const removals = ids.map((id) => unlessGone(() => kind.remove(client, id, { signal })));
  return (await Promise.all(removals)).includes('deleted') ? 'deleted' : 'gone';
}

/**
 * Runs a deletion. If there is nothing to delete, that is not an error. If the answer does not say what came of
 * the deletion, a second deletion tells: a key that is gone by then was deleted.
 */
export async function unlessGone(remove: () => Promise<void>): Promise<Removal> {
  try {
    await remove();
    return 'deleted';
  } catch (error) {
    if (isGone(error)) return 'gone';
    if (!isUnconfirmed(error)) throw error;
  }
  try {
    await remove();
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  return 'deleted';
}

function isGone(error: unknown): boolean {
  return hasCode(error, 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION');
}

// It was accepted, and the API does not tell this key, or not now, whether it is done; or something in between
// answered in the place of the API.
function isUnconfirmed(error: unknown): boolean {
  return (
    error instanceof ExoIamError &&
    (error.operation === 'get-operation' || error.code === 'ERR_ANSWER_UNREADABLE')
  );
}
