// The differences between kinds of issuers.
import type { IdentityJob, IssuerKind } from './identity.ts';

export type Claims = Readonly<Record<string, unknown>>;

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
  /** The claim with the event that started the job. */
  readonly eventClaim: string;
  /** The events of a rule that names none, or undefined for all. */
  readonly defaultEvents: readonly string[] | undefined;
  /** The path of the discovery document is always the issuer's; this reads the job, or says what is wrong. */
  readJob(claims: Claims): Omit<IdentityJob, 'issuer'> | { readonly problem: string };
}

/** A claim that is a string and not empty. Null, numbers and lists are refused. */
export function textClaim(claims: Claims, name: string): string | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
