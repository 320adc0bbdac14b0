// The zones of the official specification, by name.
import { expect, it } from 'vitest';

import { fallbackZone, officialZones } from '../../src/http/zones.ts';

it('are pinned', () => {
  expect(officialZones).toEqual([
    'at-vie-1',
    'at-vie-2',
    'bg-sof-1',
    'ch-dk-2',
    'ch-gva-2',
    'de-fra-1',
    'de-muc-1',
    'hr-zag-1',
  ]);
  expect(fallbackZone(officialZones)).toBe('ch-gva-2');
});
