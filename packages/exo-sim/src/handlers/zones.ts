// The zones, each with the endpoint this simulator serves it at.
import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import type { Store } from '../state/store.ts';
import type { Call } from './handler.ts';

export function listZones(_: Store, call: Call): Answer {
  const zones = call.zones.map((name) => ({
    name,
    'api-endpoint': call.endpointOf(name),
    'sos-endpoint': `https://sos-${name}.exo.io`,
  }));
  return ok({ zones });
}
