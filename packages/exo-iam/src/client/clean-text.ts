// Makes text from the API safe for a message.

const maxLength = 300;

/** One line of at most 300 characters. A control character could write a command into a log. */
export function cleanText(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[.\s]+$/, '')
    .slice(0, maxLength);
}
