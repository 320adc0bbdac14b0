// The input `export`: which environment variables later steps find the key in.
import { isZoneName, parseList, variablePresets, type VariablePreset } from '@x/exo-iam';

import { ActionError } from './errors.ts';
import { readChoice } from './read-choice.ts';

const words = [...variablePresets, 'none'] as const;

/**
 * @throws {ActionError} `ERR_INPUT_INVALID` for another word, `none` beside others, or `sos` without a zone
 *   whose name can be part of a host's.
 */
export function readPresets(text: string, zone: string | undefined): VariablePreset[] {
  const named = parseList(text).map((word) => readChoice(word, { name: 'export', words }));
  const presets = named.filter((word) => word !== 'none');
  if (named.length === 0 || (presets.length > 0 && presets.length < named.length)) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      `The input export is ${JSON.stringify(text)}. Expected one or more of exoscale, terraform, sos, or only none.`,
      { field: 'export' },
    );
  }
  if (presets.includes('sos') && !isZoneName(zone ?? '')) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      `The input zone is ${zone === undefined ? 'empty' : JSON.stringify(zone)}, and the export sos needs the zone of the buckets. Expected a name such as ch-gva-2.`,
      { field: 'zone' },
    );
  }
  return presets;
}
