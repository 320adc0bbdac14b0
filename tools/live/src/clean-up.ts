// Deletes everything whose name begins with the run's prefix: found by listing, so that an answer that
// was lost or an experiment that was interrupted leaves nothing behind.
import { deleteApiKey, deleteIamRole, listApiKeys, listIamRoles } from '@x/exo-iam';

import type { Probe } from './probe.ts';

export interface CleanUpOptions {
  readonly prefix: string;
  readonly sleep: (ms: number) => Promise<void>;
}

const rounds = 5;
const pauseMs = 2000;

/** Gives the names of what is still there, after several attempts. */
export async function cleanUp(
  { client, answer }: Probe,
  { prefix, sleep }: CleanUpOptions,
): Promise<readonly string[]> {
  const ours = ({ name = '' }: { readonly name?: string | undefined }): boolean =>
    name.startsWith(`${prefix}.`);
  for (let round = 1; ; round += 1) {
    const keys = (await listApiKeys(client)).filter(ours);
    const roles = (await listIamRoles(client)).filter(ours);
    const left = [...keys, ...roles].map(({ name = '' }) => name);
    if (left.length === 0 || round > rounds) return left;
    if (round > 1) await sleep(pauseMs);
    // Keys first: a role with a key is not deletable. A refusal is judged by the next listing.
    for (const { key } of keys) await answer(() => deleteApiKey(client, key));
    for (const { id } of roles) await answer(() => deleteIamRole(client, id));
  }
}
