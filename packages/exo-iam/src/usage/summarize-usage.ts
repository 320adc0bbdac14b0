// From events of the audit trail to what a key did, and what it could have done without. Pure.
import { findOperation } from '@x/exo-operations';

import { checkLists, checkObjects } from '../check-arguments.ts';
import type { AuditEvent } from '../resources/event.ts';
import type { ZoneFailure } from '../resources/for-each-zone.ts';
import { countByOperation, type OperationUse } from './count-by-operation.ts';

/** The key that is asked about. */
export interface UsedLease {
  readonly apiKey: string;
  readonly name: string;
  /** The names of the operations it was granted. */
  readonly operations: readonly string[];
  readonly since: Date;
  readonly until: Date;
}

/** What was read. */
export interface AuditTrail {
  readonly zones: readonly { readonly zone: string; readonly events: readonly AuditEvent[] }[];
  readonly failures: readonly ZoneFailure[];
  /** When it was read, in milliseconds: the API forgets what is older than 30 days. */
  readonly readAt: number;
}

/** What a key did of what it could do. */
export interface UsageReport {
  readonly name: string;
  readonly granted: readonly string[];
  /** Operations that it called and the API did not refuse, granted or not. Most used first. */
  readonly used: readonly OperationUse[];
  /** Operations that the API refused. Whether refused calls leave an event is not documented. */
  readonly denied: readonly OperationUse[];
  /** Granted writes without an event. */
  readonly unused: readonly string[];
  /** Granted reads without an event. That does not mean that they are unused: see `note`. */
  readonly reads: readonly string[];
  /** Granted names that are not in the catalogue, such as those of S3. Their use is not known. */
  readonly uncatalogued: readonly string[];
  /**
   * The granted operations without the unused ones, and without `get-operation` if none of the rest is
   * asynchronous. All granted operations if the report is not complete.
   */
  readonly suggestion: readonly string[];
  /**
   * False if the report may miss something: a zone could not be read, an event of the key does not name
   * its operation, or the lease is older than the audit trail. Zones outside the request do not count.
   */
  readonly complete: boolean;
  readonly failures: readonly ZoneFailure[];
  readonly note: string;
}

/** What a report cannot show. Print it with every report. */
export const readsAreNotRecorded =
  'The audit trail records changes, not reads. It does not show whether a granted read was used, so every read is kept.';

const retentionMs = 30 * 24 * 60 * 60 * 1000;
const polling = 'get-operation';

/** What a key did of what it could do, from a trail that was read already. Asks nothing. */
export function summarizeUsage(lease: UsedLease, trail: AuditTrail): UsageReport {
  checkObjects({ lease, trail });
  checkLists({ operations: lease.operations, zones: trail.zones, failures: trail.failures });
  const { used, denied, unattributed } = countByOperation(lease, trail.zones);
  const granted = [...new Set(lease.operations)];
  const seen = new Set([...used, ...denied].map(({ operation }) => operation));
  const unseen = granted.filter((name) => !seen.has(name));
  const unused = unseen.filter((name) => findOperation(name)?.access === 'write');
  const reads = unseen.filter((name) => findOperation(name)?.access === 'read');
  const uncatalogued = unseen.filter((name) => !findOperation(name));
  const complete =
    trail.failures.length === 0 &&
    unattributed === 0 &&
    lease.since.getTime() >= trail.readAt - retentionMs;
  return {
    name: lease.name,
    granted,
    used,
    denied,
    unused,
    reads,
    uncatalogued,
    suggestion: complete ? withoutUnused(granted, unused) : granted,
    complete,
    failures: trail.failures,
    note: readsAreNotRecorded,
  };
}

// Keeps refused operations too: the job needs them, and the reason may be a resource, not the operation.
function withoutUnused(granted: readonly string[], unused: readonly string[]): string[] {
  const kept = granted.filter((name) => !unused.includes(name));
  const waits = kept.some((name) => name !== polling && findOperation(name)?.asynchronous);
  return waits ? kept : kept.filter((name) => name !== polling);
}
