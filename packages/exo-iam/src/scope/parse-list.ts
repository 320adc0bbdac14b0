// Lists as people write them in YAML and on command lines.

/** The entries of a list separated by commas or line breaks; `#` starts a comment. Each entry once. */
export function parseList(text: string): string[] {
  const entries = text
    .split(/\r?\n/)
    .flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return [...new Set(entries)];
}
