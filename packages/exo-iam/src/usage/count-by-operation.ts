// The events of one key, counted by operation. Pure.
import type { AuditEvent } from '../resources/event.ts';

/** How often a key asked for an operation, and where. */
export interface OperationUse {
  readonly operation: string;
  readonly count: number;
  /** In alphabetical order. */
  readonly zones: readonly string[];
  /** The HTTP status of the latest event that has one. */
  readonly lastStatus: number | undefined;
}

export interface CountedEvents {
  /** Most used first. */
  readonly used: readonly OperationUse[];
  /** Those answered with 401 or 403. */
  readonly denied: readonly OperationUse[];
  /** Events of the key that do not say their operation. */
  readonly unattributed: number;
}

interface KeyAndName {
  readonly apiKey: string;
  readonly name: string;
}

interface ZoneEvents {
  readonly zone: string;
  readonly events: readonly AuditEvent[];
}

export function countByOperation(key: KeyAndName, trail: readonly ZoneEvents[]): CountedEvents {
  const all = trail.flatMap(({ zone, events }) => events.map((event) => ({ zone, ...event })));
  const own = withoutRepeats(all.filter((event) => isOf(key, event))).sort(byTime);
  return {
    used: count(own.filter((event) => !isRefused(event))),
    denied: count(own.filter(isRefused)),
    unattributed: own.filter(({ handler }) => !handler).length,
  };
}

function isOf({ apiKey, name }: KeyAndName, { 'iam-api-key': caller }: AuditEvent): boolean {
  // Not every member is sure to be there. The name of a lease is as unambiguous as its key.
  return caller?.key === undefined ? caller?.name === name : caller.key === apiKey;
}

// One request counts once, should the trail of one zone also tell of another.
function withoutRepeats<T extends AuditEvent>(events: readonly T[]): T[] {
  const ids = new Set<string>();
  return events.filter(({ 'request-id': id, handler }) => {
    if (id === undefined) return true;
    const key = `${id} ${handler}`;
    return !ids.has(key) && ids.add(key);
  });
}

function byTime(a: AuditEvent, b: AuditEvent): number {
  return timeOf(a) - timeOf(b);
}

function timeOf({ timestamp }: AuditEvent): number {
  return timestamp === undefined ? 0 : Date.parse(timestamp);
}

function isRefused({ status }: AuditEvent): boolean {
  return status === 401 || status === 403;
}

function count(events: readonly (AuditEvent & { readonly zone: string })[]): OperationUse[] {
  const uses = new Map<string, OperationUse>();
  for (const { handler, zone, status } of events) {
    if (handler) {
      const before = uses.get(handler);
      uses.set(handler, {
        operation: handler,
        count: (before?.count ?? 0) + 1,
        zones: [...new Set([...(before?.zones ?? []), zone])].sort(),
        lastStatus: status ?? before?.lastStatus,
      });
    }
  }
  return [...uses.values()].sort((a, b) => b.count - a.count);
}
