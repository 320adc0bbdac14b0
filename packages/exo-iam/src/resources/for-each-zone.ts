// Asks every zone the same thing: the audit trail, unlike IAM, is a zone's own. A zone that fails does
// not spoil the others.
import { pMapSettled } from 'p-map';

import type { CallOptions, Client } from '../client/create-client.ts';
import { isLoopback } from '../client/endpoint.ts';
import { ExoIamError } from '../errors.ts';
import { listZones, type Zone } from './zone.ts';

/** Which zones to ask, and how many at a time. */
export interface ForEachZoneOptions extends CallOptions {
  /** Names of the zones to ask, in this order. Default every zone, in the order of the API. */
  readonly zones?: readonly string[];
  /** How many zones are asked at the same time. Default 4. */
  readonly concurrency?: number;
}

/** What came of each zone: every one is in exactly one of the two lists. */
export interface ZoneOutcomes<T> {
  readonly results: readonly { readonly zone: string; readonly value: T }[];
  readonly failures: readonly ZoneFailure[];
}

/** A zone whose call failed. */
export interface ZoneFailure {
  readonly zone: string;
  readonly error: unknown;
}

/**
 * Lists the zones, unsigned, and calls with a client for each zone's own endpoint.
 *
 * A zone that was named and is not listed is among the failures, with `ERR_ZONE_INVALID`; one whose
 * endpoint cannot be used is too, with `ERR_ENDPOINT_INVALID`.
 *
 * @throws {ExoIamError} When the zones cannot be listed; and the signal's reason when it aborts.
 */
export async function forEachZone<T>(
  client: Client,
  call: (zoneClient: Client, zone: Zone) => Promise<T>,
  options: ForEachZoneOptions = {},
): Promise<ZoneOutcomes<T>> {
  const { concurrency = 4, signal } = options;
  const listed = new Map((await listZones(client, { signal })).map((zone) => [zone?.name, zone]));
  const names = [...new Set(options.zones ?? listed.keys())];
  const callZone = async (name: string): Promise<T> => {
    const zone = listed.get(name);
    if (!zone) throw unknownZone(name, [...listed.keys()]);
    return call(clientOf(client, zone), zone);
  };
  const limits = { concurrency, ...(signal && { signal }) };
  const outcomes = await pMapSettled(names, callZone, limits);
  const results: { zone: string; value: T }[] = [];
  const failures: ZoneFailure[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const zone = names[index] as string;
    if (outcome.status === 'fulfilled') results.push({ zone, value: outcome.value });
    else failures.push({ zone, error: outcome.reason });
  }
  return { results, failures };
}

// The response decides where signed requests go, and a signature does not cover the host. Anyone who gets
// a signed request can repeat it at the API until it expires, but cannot learn the secret. So the response
// must come over https (see resolveEndpoint), `at` checks its endpoints by the same rules, and an endpoint
// on this machine is allowed only if the client already uses one.
function clientOf(client: Client, zone: Zone): Client {
  // An endpoint that is missing is a mistake: without one, `at` would mean the default zone.
  const zoneClient = client.at(zone['api-endpoint'] ?? '');
  if (isLoopback(client.endpoint) || !isLoopback(zoneClient.endpoint)) return zoneClient;
  throw new ExoIamError(
    'ERR_ENDPOINT_INVALID',
    `The API names this machine as the endpoint of zone ${zone.name}. Expected a host of exoscale.com; check the endpoint and any proxy in between.`,
    { field: 'zones' },
  );
}

function unknownZone(name: string, known: readonly string[]): ExoIamError {
  return new ExoIamError(
    'ERR_ZONE_INVALID',
    `The API has no zone ${JSON.stringify(name)}. Expected one of ${known.join(', ')}.`,
    { field: 'zones' },
  );
}
