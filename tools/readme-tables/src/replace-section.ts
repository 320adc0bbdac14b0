// Replaces what stands between a pair of HTML comments: `<!-- NAME-start -->` and `<!-- NAME-end -->`.

/** A part of a text, and what it shall hold. */
export interface Section {
  readonly name: string;
  readonly content: string;
}

/** @throws {Error} Unless both comments are there, once, in this order. */
export function replaceSection(text: string, { name, content }: Section): string {
  const start = `<!-- ${name}-start -->`;
  const end = `<!-- ${name}-end -->`;
  const [before, inside, after] = split(text, start, end);
  if (before === undefined || inside === undefined || after === undefined) {
    throw new Error(
      `Expected one ${start} and after it one ${end}. Add both, on lines of their own.`,
    );
  }
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}

function split(text: string, start: string, end: string): readonly string[] {
  const [before = '', ...others] = text.split(start);
  const parts = others.flatMap((part) => part.split(end));
  return before.includes(end) || others.length !== 1 || parts.length !== 2
    ? []
    : [before, ...parts];
}
