// Puts leases into the simulated organization, as jobs that died left them.
import type { Job } from '@x/action-harness';
import {
  createApiKey,
  createClient,
  createIamRole,
  formatLeaseName,
  type GithubJob,
} from '@x/exo-iam';

export interface LeaseSeed extends Partial<Omit<GithubJob, 'kind' | 'repository'>> {
  readonly prefix?: string;
  readonly random?: string;
  readonly owner?: string;
  /** Without the owner. */
  readonly repository?: string;
  /** Seconds from now. Default an hour. */
  readonly deadlineIn?: number;
  /** What there is of it. Default both. */
  readonly parts?: 'both' | 'key' | 'role';
  /** A sealed lease belongs to the run attempt and not to the job that minted it. Default false. */
  readonly sealed?: boolean;
}

export interface SeededLease {
  readonly name: string;
  readonly apiKey: string | undefined;
  readonly roleId: string | undefined;
}

export async function seedLeases(
  simulator: Job['simulator'],
  seeds: readonly LeaseSeed[],
): Promise<SeededLease[]> {
  // Read once: a second that passes in between would change the order of their deadlines.
  const now = Math.floor(Date.now() / 1000);
  const leases: SeededLease[] = [];
  for (const seed of seeds) leases.push(await seedLease(simulator, { ...seed, now }));
  return leases;
}

async function seedLease(
  simulator: Job['simulator'],
  seed: LeaseSeed & { readonly now: number },
): Promise<SeededLease> {
  const { now, deadlineIn = 3600, parts = 'both', sealed = false, ...given } = seed;
  const { prefix = 'exo-lease', random = '0a1b2c3d', ...job } = given;
  const { owner: login = 'octo', repository = 'site', ...ids } = job;
  const run = {
    server: 'https://github.com',
    runId: '1234567',
    runAttempt: '1',
    ...ids,
    repository: `${login}/${repository}`,
  };
  const name = await formatLeaseName({
    prefix,
    deadline: now + deadlineIn,
    random,
    holder: sealed
      ? { ...run, kind: 'github-run' }
      : { jobId: '55512345678', ...run, kind: 'github-job' },
  });
  const client = createClient({ credentials: simulator.parentKey, fetch: simulator.fetch });
  const owner = [...simulator.state.roles.values()].find((role) => role.name === 'Owner');
  const policy = { 'default-service-strategy': 'deny', services: {} } as const;
  const roleId = parts === 'key' ? undefined : await createIamRole(client, { name, policy });
  const apiKey =
    parts === 'role'
      ? undefined
      : await createApiKey(client, { name, 'role-id': roleId ?? owner?.id ?? '' });
  return { name, apiKey: apiKey?.key, roleId };
}
