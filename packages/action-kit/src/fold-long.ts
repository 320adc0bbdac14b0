// Long parts of a job summary are folded: a table of a hundred rows hides what comes after it.

// Ten rows of a table and its head.
const maxLines = 12;

/** The lines, below a title that unfolds them if they are many. The title is HTML. */
export function foldLong(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length <= maxLines) return lines;
  // Without the empty lines, GitHub would not read Markdown in between.
  return ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'];
}
