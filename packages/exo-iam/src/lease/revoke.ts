// Takes a lease back, by the method that made it.
import type { CallOptions, Client } from '../client/create-client.ts';
import type { Revocable } from './journal.ts';
import { methods } from './methods.ts';
import { toRevocation, type Revocation } from './revocation.ts';

/**
 * Removes everything that a lease has left, from any phase of its record: by id where the id is known, else
 * by name. Anything that is already gone is not an error.
 *
 * @throws {ExoIamError} When something is still there and could not be removed.
 */
export async function revoke(
  client: Client,
  record: Revocable,
  options: CallOptions = {},
): Promise<Revocation> {
  return toRevocation(record, await methods[record.method].revoke(client, record, options));
}
