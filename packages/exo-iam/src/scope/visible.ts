// Text that somebody typed, as it is quoted in a message.

/**
 * The text as JSON, with every character outside printable ASCII escaped: a zero-width space or a
 * look-alike of a hyphen would not show otherwise.
 */
export function visible(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
