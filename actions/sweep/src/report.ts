// The result of a sweep as JSON.
import { messageOf } from '@x/action-kit';
import type { SweptLease } from '@x/exo-iam';

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
