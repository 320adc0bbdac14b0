// What the API says, in places where line breaks and markup would mean something.

/** Lines for the log. None of them can be a command of the runner, whatever the API has answered. */
export function plainLines(lines: readonly string[]): string {
  return lines.map(plain).join('\n');
}

/** Code in the Markdown of a table's cell. */
export function code(text: string): string {
  return `\`${plain(text).replace(/[`|]/g, ' ')}\``;
}

/** One line. */
export function plain(text: string): string {
  // `##[…]` is the older form of a command, which the runner finds anywhere in a line.
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('##[', '## [');
}
