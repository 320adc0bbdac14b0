// The audit trail of the zone that is asked: a bare array, the last 24 hours unless told otherwise.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import type { Store } from '../state/store.ts';

const dayMs = 24 * 60 * 60 * 1000;

export function listEvents(store: Store, call: Call): Answer {
  const now = store.options.now();
  const to = parseTime(call.query['to'], now);
  const from = parseTime(call.query['from'], now - dayMs);
  if (Number.isNaN(to) || Number.isNaN(from)) return refuse(400, 'from, to: expected a date-time');
  const events = store.events.filter(({ zone, timestamp }) => {
    const time = Date.parse(timestamp);
    return zone === call.zone && time >= from && time <= to;
  });
  return ok(events);
}

function parseTime(text: string | undefined, fallback: number): number {
  return text === undefined ? fallback : Date.parse(text);
}
