// The differences between kinds of issuers.
import type { IdentityJob, IssuerKind } from './identity.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** The values that a rule accepts, by claim. */
export type Match = Readonly<Record<string, readonly string[]>>;

export interface Kind {
  readonly name: IssuerKind;
  /** Longest time between `iat` and `exp`, in seconds. */
  readonly maxLifetimeSeconds: number;
  /** Whether `aud` names the recipient in a request for a lease. */
  readonly bindsRecipient: boolean;
  /** Whether one token may mint several leases. */
  readonly reusesToken: boolean;
  /** What rules may match. */
  readonly matchable: readonly string[];
  /** The immutable id that every rule must name. */
  readonly requiredMatch: string;
  /**
   * The claim that keeps a job out although every entry of a rule holds, because the rule does not name that
   * claim; or undefined.
   */
  unnamedDifference(match: Match, claims: Claims): string | undefined;
  /** The path of the discovery document is always the issuer's; this reads the job, or says what is wrong. */
  readJob(claims: Claims): Omit<IdentityJob, 'issuer'> | { readonly problem: string };
}

/** A claim that is a string and not empty. Null, numbers and lists are refused. */
export function textClaim(claims: Claims, name: string): string | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
