// The format of the files behind GITHUB_OUTPUT, GITHUB_ENV and GITHUB_STATE: `NAME=VALUE` lines and
// `NAME<<DELIMITER` blocks.

export type KeyValue = readonly [name: string, value: string];

/**
 * Yields the pairs one by one, so that those before a malformed line still count.
 *
 * @throws {SyntaxError} At a malformed line or a block without its closing delimiter. The message
 *   quotes the line's number only: the line itself may hold a secret that is not masked yet.
 */
export function* parseKeyValues(text: string): Generator<KeyValue, void, undefined> {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals > 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.slice(0, equals), line.slice(equals + 1)];
    } else if (heredoc > 0 && (equals < 0 || heredoc < equals) && line.length > heredoc + 2) {
      const end = lines.indexOf(line.slice(heredoc + 2), index + 1);
      if (end < 0) {
        throw new SyntaxError(`Invalid value on line ${index + 1}. Matching delimiter not found.`);
      }
      yield [line.slice(0, heredoc), lines.slice(index + 1, end).join('\n')];
      index = end;
    } else {
      throw new SyntaxError(
        `Invalid format on line ${index + 1}. Expected NAME=VALUE or NAME<<DELIMITER.`,
      );
    }
  }
}
