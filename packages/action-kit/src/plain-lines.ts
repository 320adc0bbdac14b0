// What the API says, in places where line breaks and markup would mean something.

/** Lines for the log. None of them can be a command of the runner, whatever the API has answered. */
export function plainLines(lines: readonly string[]): string {
  return lines.map(plain).join('\n');
}

/** Code in the Markdown of a table's cell. */
export function code(text: string): string {
  return `\`${plain(text).replace(/[`|]/g, ' ')}\``;
}

/** Text in Markdown, also in the cell of a table: none of it is markup, a link or an image. */
export function prose(text: string): string {
  return (
    plain(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/[\\`*_~$|[\]]/g, String.raw`\$&`)
      // Addresses that GitHub makes links of without any markup.
      .replace(/:(?=\/\/)|(?<=www)\.|@|(?<=mailto|xmpp):/gi, String.raw`\$&`)
  );
}

/** One line. */
export function plain(text: string): string {
  // A line that begins with `::` may be a command, white space before it or not; `##[…]` is the older
  // form, which the runner finds anywhere in a line.
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/^\s*::/, ': :')
    .replaceAll('##[', '## [');
}
