// The zones, each with its endpoint in this simulator.
import { ok, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import type { Store } from '../state/store.ts';

export function listZones(_: Store, call: Call): Answer {
  const zones = call.zones.map((name) => ({
    name,
    'api-endpoint': call.endpointOf(name),
    'sos-endpoint': `https://sos-${name}.exo.io`,
  }));
  return ok({ zones });
}
