// The option --export: which clients find the key in the environment.
import { parseList, variablePresets, type VariablePreset } from '@x/exo-iam';

import { ExoLeaseError } from '../errors.ts';

/** @throws {ExoLeaseError} `ERR_USAGE`. */
export function readPresets(text: string): VariablePreset[] {
  const words = parseList(text);
  const presets = words.filter((word) => isPreset(word));
  if (presets.length > 0 && presets.length === words.length) return presets;
  throw new ExoLeaseError(
    'ERR_USAGE',
    `The option --export is ${JSON.stringify(text)}. Expected one or more of ${variablePresets.join(', ')}.`,
  );
}

function isPreset(word: string): word is VariablePreset {
  return variablePresets.some((preset) => preset === word);
}
