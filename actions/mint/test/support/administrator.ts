// Somebody else who works in the organization of a scenario, before the job begins or beside it.
import type { Job } from '@x/action-harness';
import { createClient, type Client } from '@x/exo-iam';

/** A client with the parent key whose requests are not those of a phase. */
export function administratorOf({ simulator }: Job): Client {
  return createClient({ credentials: simulator.parentKey, fetch: simulator.fetch });
}
