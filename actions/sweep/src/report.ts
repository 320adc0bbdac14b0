// The result of a sweep as counts and as JSON.
import { messageOf } from '@x/action-kit';
import type { SweptLease } from '@x/exo-iam';

export type Counts = Readonly<Record<SweptLease['outcome'], number>>;

export function countOutcomes(swept: readonly SweptLease[]): Counts {
  const count = (outcome: SweptLease['outcome']): number =>
    swept.filter((lease) => lease.outcome === outcome).length;
  return {
    revoked: count('revoked'),
    due: count('due'),
    kept: count('kept'),
    failed: count('failed'),
  };
}

/** One lease of the output `report`. */
export interface ReportedLease {
  readonly name: string;
  readonly apiKey: string | undefined;
  readonly outcome: SweptLease['outcome'];
  readonly reason: string;
  readonly error: string | undefined;
}

export function toReport(swept: readonly SweptLease[]): ReportedLease[] {
  return swept.map((lease) => {
    const { record, outcome, reason } = lease;
    const { name, apiKey } = record;
    return { name, apiKey, outcome, reason, error: errorOf(lease) };
  });
}

/** What went wrong, for a lease that could not be judged or revoked. */
export function errorOf(lease: SweptLease): string | undefined {
  return lease.outcome === 'failed' ? messageOf(lease.error) : undefined;
}
