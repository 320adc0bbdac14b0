// What became of a lease, in codes and in words.
import type { Revocable } from './journal.ts';
import type { Removal } from './remove-keys.ts';

/** What became of a lease. */
export interface Revocation {
  /**
   * - `revoked`: this call deleted the key.
   * - `gone`: the key was already gone, or never existed.
   * - `expires`: an assumed role. The server ends it, and the API has no way to end it sooner.
   */
  readonly outcome: 'revoked' | 'gone' | 'expires';
  /** One sentence for people: what was done, by which name. */
  readonly reason: string;
  readonly key: Removal | 'expires';
  /** `kept` for a role that was not made for the lease, or none. */
  readonly role: Removal | 'kept';
  /** Why it is not certain that no second key of the name is left: the API refused to list keys. */
  readonly doubt?: Error | undefined;
}

/** The revocation, with its outcome and its words. */
export function toRevocation(
  record: Revocable,
  removed: Pick<Revocation, 'key' | 'role' | 'doubt'>,
): Revocation {
  const outcome = removed.key === 'deleted' ? 'revoked' : removed.key;
  return { outcome, reason: describe(record, removed), ...removed };
}

function describe(
  { name, apiKey, expiresAt }: Revocable,
  { key, role }: Pick<Revocation, 'key' | 'role'>,
): string {
  const until = new Date(expiresAt * 1000).toISOString();
  if (key === 'expires') {
    return apiKey === undefined
      ? `No session is known. If one exists, it ends at ${until} at the latest.`
      : `The key ${apiKey} cannot be revoked; the server ends it at ${until}.`;
  }
  const gone = apiKey ? `The key ${apiKey} was already gone` : `No key is named ${name}`;
  const keyFate = key === 'deleted' ? `Revoked ${apiKey ?? `the key named ${name}`}` : gone;
  if (role === 'kept') return `${keyFate}.`;
  const roleFate = role === 'deleted' ? 'deleted its role' : 'its role is gone too';
  return `${keyFate}${key === role && key === 'deleted' ? ' and ' : '; '}${roleFate}.`;
}
