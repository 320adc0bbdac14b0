// The zones there are, and the one that a path without a zone belongs to.
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

/** The API's own default zone where it is served, else the first. */
export function fallbackZone(zones: readonly string[]): string {
  // createSimulator refuses an empty list.
  return zones.includes(defaultZone) ? defaultZone : (zones[0] as string);
}
