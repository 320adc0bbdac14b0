// The resource `zone`. Schema: list-zones. Public: sent unsigned.
import type { CallOptions, Client } from '../client/create-client.ts';
import { listOf } from './list-of.ts';

/** A zone, as the API lists it. */
export interface Zone {
  /** `ch-gva-2` for example. */
  readonly name: string;
  /** The zone's own base URL of the API. */
  readonly 'api-endpoint': string;
  /** The zone's endpoint of the object storage. */
  readonly 'sos-endpoint': string;
}

/** Every zone. Works without a valid key. */
export async function listZones(client: Client, { signal }: CallOptions = {}): Promise<Zone[]> {
  const name = 'list-zones';
  return listOf(name, await client.request(name, { signal }), 'zones');
}
