// Text of the API or of a user, made safe for a terminal.
import { stripVTControlCharacters } from 'node:util';

/** On one line and without control characters, which could move the cursor or hide text. */
export function plainText(value: string): string {
  // oxlint-disable-next-line no-control-regex -- the pattern finds control characters.
  return stripVTControlCharacters(value).replaceAll(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');
}
