// Puts a lease into the simulated organization, as another job minted it.
import type { Job } from '@x/action-harness';
import { createApiKey, createClient, createIamRole, type Client } from '@x/exo-iam';

/** The name of the lease. */
export const name =
  'exo-lease.1790000000.0a1b2c3d.gj.996e1f71.42.22c740a9.1234567.1.44412345678.4.octo.site';

export interface SeededLease {
  readonly apiKey: string;
  readonly roleId: string;
}

export function clientOf({ simulator: { parentKey, fetch } }: Job): Client {
  return createClient({ credentials: parentKey, fetch });
}

/** A role and a key of that name. */
export async function seedLease(job: Job, leaseName: string = name): Promise<SeededLease> {
  const client = clientOf(job);
  const policy = { 'default-service-strategy': 'deny', services: {} } as const;
  const roleId = await createIamRole(client, { name: leaseName, policy });
  const { key } = await createApiKey(client, { name: leaseName, 'role-id': roleId });
  return { apiKey: key, roleId };
}

/** The story, with the listings in an order that does not depend on which arrived first. */
export function storyOf(job: Job): string {
  return job.transcript().replace(/(?:^ {2}GET .*\n)+/gm, (lines) =>
    lines
      .split(/(?<=\n)/)
      .sort()
      .join(''),
  );
}
