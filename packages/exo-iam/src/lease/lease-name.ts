// The name of a lease: the only place where the API keeps whose it is and when it ends.
import { ExoIamError } from '../errors.ts';

/** What the name of a lease says. */
export interface LeaseIdentity {
  /** Tells our leases from everything else in the organization. */
  readonly prefix: string;
  /** When the lease ends, in UNIX seconds. */
  readonly deadline: number;
  readonly runId: string;
  readonly runAttempt: string;
  /** GitHub's id of the job where it is all digits, else anything that tells jobs apart. */
  readonly jobId: string;
  /** Tells leases of one job apart. */
  readonly random: string;
  readonly owner: string;
  /** Without the owner. */
  readonly repository: string;
}

// The API's limit for the name of a role; a key's name may be longer.
const longestName = 191;

// Only a repository can hold a dot, so dots separate and the repository comes last.
const grammar =
  /^(?<prefix>[\w-]+)\.(?<deadline>\d{1,12})\.(?<runId>[\w-]+)\.(?<runAttempt>[\w-]+)\.(?<jobId>[\w-]+)\.(?<random>[\w-]+)\.(?<owner>[\w-]+)\.(?<repository>[\w.-]+)$/;

/**
 * `<prefix>.<deadline>.<run id>.<attempt>.<job id>.<random>.<owner>.<repository>`: it sorts by deadline
 * and `parseLeaseName` reads it back.
 *
 * @throws {ExoIamError} `ERR_NAME_INVALID` when a part is empty or holds anything but letters, digits,
 *   `_` and `-` (the repository: `.` too), or the whole takes more than 191 characters.
 */
export function formatLeaseName(identity: LeaseIdentity): string {
  const { prefix, deadline, runId, runAttempt, jobId, random, owner, repository } = identity;
  const undotted = [prefix, String(deadline), runId, runAttempt, jobId, random, owner];
  const name = [...undotted, repository].join('.');
  const problem =
    undotted.some((part) => part.includes('.')) || !grammar.test(name)
      ? 'has a part that is empty or holds a character other than letters, digits, "_" and "-"'
      : name.length > longestName
        ? `takes ${name.length} characters, and the API takes ${longestName}`
        : undefined;
  if (problem === undefined) return name;
  throw new ExoIamError(
    'ERR_NAME_INVALID',
    `The name of the lease, ${JSON.stringify(name)}, ${problem}. Choose another name-prefix.`,
    { field: 'name-prefix' },
  );
}

/**
 * What a name says, or `undefined` when it is not the name of a lease. The API promises no name at all
 * for what it lists, so anything may be asked about.
 */
export function parseLeaseName(name: unknown): LeaseIdentity | undefined {
  if (typeof name !== 'string' || name.length > longestName) return undefined;
  const parts = grammar.exec(name)?.groups;
  if (!parts) return undefined;
  return { ...(parts as unknown as LeaseIdentity), deadline: Number(parts['deadline']) };
}
