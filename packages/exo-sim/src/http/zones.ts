// The zones, and the zone of a path without one.
import { ExoSimError } from '../exo-sim-error.ts';

const defaultZone = 'ch-gva-2';

/** The zones of the official specification. */
export const officialZones: readonly string[] = [
  'at-vie-1',
  'at-vie-2',
  'bg-sof-1',
  'ch-dk-2',
  defaultZone,
  'de-fra-1',
  'de-muc-1',
  'hr-zag-1',
];

/**
 * Zones given as an option, copied. Each has to fit into a path and into the name of a host.
 *
 * @throws {ExoSimError} `ERR_INVALID_OPTION`
 */
export function readZones(zones: readonly string[]): readonly string[] {
  if (zones.length === 0) {
    throw new ExoSimError(
      'ERR_INVALID_OPTION',
      'zones is empty; name at least one, or leave it out',
    );
  }
  const wrong = zones.find((zone) => !/^[a-z\d-]+$/.test(zone));
  if (wrong !== undefined) {
    throw new ExoSimError(
      'ERR_INVALID_OPTION',
      `The zone ${JSON.stringify(wrong)} is not valid; expected lower-case letters, digits and hyphens, like ${defaultZone}`,
    );
  }
  return [...zones];
}

/** The API's default zone if it is served, otherwise the first. */
export function fallbackZone(zones: readonly string[]): string {
  // An empty list was already refused.
  return zones.includes(defaultZone) ? defaultZone : (zones[0] as string);
}
