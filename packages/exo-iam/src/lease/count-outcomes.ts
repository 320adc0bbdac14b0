// The result of a sweep in numbers.
import { checkLists } from '../check-arguments.ts';
import type { SweptLease } from './sweep.ts';

/** How many leases had each outcome. */
export type OutcomeCounts = Readonly<Record<SweptLease['outcome'], number>>;

/** Counts the leases of a sweep by their outcome. */
export function countOutcomes(swept: readonly SweptLease[]): OutcomeCounts {
  checkLists({ swept });
  const count = (outcome: SweptLease['outcome']): number =>
    swept.filter((lease) => lease.outcome === outcome).length;
  return {
    revoked: count('revoked'),
    due: count('due'),
    kept: count('kept'),
    failed: count('failed'),
  };
}
