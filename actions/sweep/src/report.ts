// The result of a sweep as counts and as JSON.
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
    const error = lease.outcome === 'failed' ? messageOf(lease.error) : undefined;
    return { name, apiKey, outcome, reason, error };
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
