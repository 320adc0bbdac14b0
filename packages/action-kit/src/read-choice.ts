// Reads an input that has to be one of a few words.
import { ActionError } from './errors.ts';

/** @throws {ActionError} `ERR_INPUT_INVALID` naming the words that are expected. */
export function readChoice<const Word extends string>(
  text: string,
  { name, words }: { readonly name: string; readonly words: readonly Word[] },
): Word {
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  throw new ActionError(
    'ERR_INPUT_INVALID',
    `The input ${name} has ${JSON.stringify(text)}. Expected ${words.join(', ')}.`,
    { field: name },
  );
}
