// Reads inputs that have to be one of a few words: booleans, by the words of YAML 1.2, and choices.
import { visible } from '@x/exo-iam';

import { ActionError } from './errors.ts';
import type { Step } from './step.ts';

/** @throws {ActionError} `ERR_INPUT_INVALID` for anything but `true` and `false`. */
export function readBoolean({ core }: Step, name: string): boolean {
  const text = core.getInput(name);
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  throw new ActionError(
    'ERR_INPUT_INVALID',
    `The input ${name} is ${quoted(text)}. Expected true or false; yes, no, on and off are not booleans in YAML 1.2.`,
    { field: name },
  );
}

/** @throws {ActionError} `ERR_INPUT_INVALID` naming the words that are expected. */
export function readChoice<const Word extends string>(
  text: string,
  { name, words }: { readonly name: string; readonly words: readonly Word[] },
): Word {
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  throw new ActionError(
    'ERR_INPUT_INVALID',
    `The input ${name} is ${quoted(text)}. Expected ${words.join(', ')}.`,
    { field: name },
  );
}

// Characters that look like others, or like nothing, are shown escaped.
function quoted(text: string): string {
  return text === '' ? 'empty: an unset input or variable?' : visible(text);
}
