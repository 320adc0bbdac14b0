// A lease as the store keeps it. The row is also the journal of its mint.

/**
 * - `minting`: the API may have been asked for something; the key was not handed out.
 * - `leased`: the sealed key was handed out.
 * - `revoking`: it is over, and what it left in the organization is being removed.
 * - `stuck`: removing it failed several times. It is still tried.
 * - `revoked`: nothing is left.
 */
export type LeaseState = 'minting' | 'leased' | 'revoking' | 'stuck' | 'revoked';

/** How the key was minted. */
export type MintMethod = 'scoped-role' | 'role' | 'assume-role' | 'access-key';

/** The job that a lease belongs to. */
export interface JobRef {
  readonly issuer: string;
  readonly repositoryId: string;
  readonly run: string;
  readonly attempt: string;
  readonly job: string | undefined;
}

/** The traces of a lease in the organization, to find and remove it. */
export interface Traces {
  readonly method?: MintMethod | undefined;
  readonly name?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly roleId?: string | undefined;
  readonly uncertain?: boolean | undefined;
}

export interface LeaseRow extends JobRef, Traces {
  readonly id: string;
  readonly state: LeaseState;
  /** The lease was ended before it was requested. The row only records that. */
  readonly endedFirst: boolean;
  readonly organization: string;
  readonly rule: string;
  readonly claimsHash: string;
  readonly bodyHash: string;
  readonly enforcedBy: 'server' | 'broker' | undefined;
  /** UNIX seconds; before the key exists, an estimate. */
  readonly expiresAt: number;
  /** UNIX milliseconds, like the next three. */
  readonly createdAt: number;
  /** The time of the next attempt to revoke. Undefined once nothing is left. */
  readonly dueAt: number | undefined;
  readonly sealedUntil: number | undefined;
  readonly endedAt: number | undefined;
  readonly attempts: number;
  /**
   * A request that was cut off may arrive at the API after its key was looked for. `needed`: one more look
   * follows the next successful revocation. `now`: this is that look.
   */
  readonly confirm: 'none' | 'needed' | 'now';
  readonly lastError: string | undefined;
  readonly sealed: string | undefined;
  readonly tokenHash: string | undefined;
}

/** A row as SQL gives it. */
export type SqlRow = Readonly<Record<string, string | number | null>>;

const confirmations = ['none', 'needed', 'now'] as const;

export function toLeaseRow(row: SqlRow): LeaseRow {
  const text = (name: string): string | undefined =>
    row[name] === null || row[name] === undefined ? undefined : String(row[name]);
  const number = (name: string): number | undefined =>
    row[name] === null || row[name] === undefined ? undefined : Number(row[name]);
  return {
    id: text('id') ?? '',
    state: (text('state') ?? 'revoked') as LeaseState,
    endedFirst: row['ended_first'] === 1,
    organization: text('organization') ?? '',
    rule: text('rule') ?? '',
    issuer: text('issuer') ?? '',
    repositoryId: text('repository_id') ?? '',
    run: text('run') ?? '',
    attempt: text('attempt') ?? '',
    job: text('job'),
    claimsHash: text('claims_hash') ?? '',
    bodyHash: text('body_hash') ?? '',
    method: text('method') as MintMethod | undefined,
    name: text('name'),
    apiKey: text('api_key'),
    roleId: text('role_id'),
    uncertain: row['uncertain'] === 1,
    confirm: confirmations[Number(row['confirm'])] ?? 'none',
    enforcedBy: text('enforced_by') as LeaseRow['enforcedBy'],
    expiresAt: number('expires_at') ?? 0,
    createdAt: number('created_at') ?? 0,
    dueAt: number('due_at'),
    sealedUntil: number('sealed_until'),
    endedAt: number('ended_at'),
    attempts: number('attempts') ?? 0,
    lastError: text('last_error'),
    sealed: text('sealed'),
    tokenHash: text('token_hash'),
  };
}
