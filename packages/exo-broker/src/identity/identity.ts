// What a verified token says about the job that holds it.

/** The kinds of issuer that a configuration may name. */
export type IssuerKind = 'github' | 'gitlab';

/** An issuer as the configuration names it. */
export interface IssuerSettings {
  /** The name in the configuration. */
  readonly name: string;
  readonly kind: IssuerKind;
  /** Equal to the `iss` of its tokens, byte for byte. */
  readonly url: string;
}

/** The job a lease belongs to. Two tokens of one job have equal members. */
export interface IdentityJob {
  readonly issuer: string;
  /** The immutable id of the repository, or of the GitLab project. */
  readonly repositoryId: string;
  readonly run: string;
  readonly attempt: string;
  /** `check_run_id` or GitLab's `job_id`; older GitHub Enterprise Servers have none. */
  readonly job: string | undefined;
}

/** A verified token. */
export interface Identity {
  /** The name in the configuration. */
  readonly issuer: string;
  readonly kind: IssuerKind;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly jti: string;
  /** UNIX seconds. */
  readonly expiresAt: number;
  readonly job: IdentityJob;
  /** SHA-256 of the claims, in hexadecimal: enough to recognize them, for the audit trail. */
  readonly claimsHash: string;
}
