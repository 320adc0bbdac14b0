// Reads the audit trail of every zone and says what a key did of what it could do.
import { checkObjects } from '../check-arguments.ts';
import type { Client } from '../client/create-client.ts';
import { listEvents } from '../resources/event.ts';
import { forEachZone, type ForEachZoneOptions } from '../resources/for-each-zone.ts';
import { summarizeUsage, type UsageReport, type UsedLease } from './summarize-usage.ts';

// The events' time is the server's, the lease's the runner's. Only the key's own events count, so a
// window that is too wide costs nothing and one that is too narrow would lose a use.
const clockToleranceMs = 10 * 60 * 1000;

/**
 * What a key did in every zone, and the narrower list of operations that would have done.
 *
 * Needs a key that may call `list-events`. When an event appears after its request is not documented: ask some
 * time after the job, within the 30 days that the API keeps.
 *
 * @example
 *   const report = await usageReport(client, { apiKey, name, operations, since, until });
 *   if (report.complete) console.log(report.suggestion.join(','));
 *
 * @throws {ExoIamError} When the zones cannot be listed. A zone that cannot be read is in `failures`.
 */
export async function usageReport(
  client: Client,
  lease: UsedLease,
  options: ForEachZoneOptions = {},
): Promise<UsageReport> {
  checkObjects({ lease, since: lease?.since, until: lease?.until });
  const { signal } = options;
  const from = new Date(lease.since.getTime() - clockToleranceMs);
  const to = new Date(lease.until.getTime() + clockToleranceMs);
  // A window that is still open is left open: then the server's clock says what is now.
  const window = to.getTime() < client.now() ? { from, to } : { from };
  const { results, failures } = await forEachZone(
    client,
    (zoneClient) => listEvents(zoneClient, { ...window, signal }),
    options,
  );
  const zones = results.map(({ zone, value }) => ({ zone, events: value }));
  return summarizeUsage(lease, { zones, failures, readAt: client.now() });
}
