// A table for people: aligned, and cut to the width of the terminal.
export interface TableOptions {
  /** Width of the terminal in characters. Undefined where the output is not a terminal: nothing is cut. */
  readonly width: number | undefined;
  readonly styleHead: (text: string) => string;
}

const gap = '  ';
const minColumnWidth = 8;

/** Lines with a head in upper case. Cells hold no line breaks. */
export function formatTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { width, styleHead }: TableOptions,
): string {
  const head = columns.map((column) => column.toUpperCase().replaceAll('-', ' '));
  const wanted = head.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const widths = width === undefined ? wanted : fit(wanted, width);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cut(cell, widths[index] ?? 0).padEnd(widths[index] ?? 0))
      .join(gap)
      .trimEnd();
  return [styleHead(line(head)), ...rows.map(line)].map((each) => `${each}\n`).join('');
}

// Takes characters from the widest column until the rest fits. Below a readable minimum, lines wrap.
function fit(wanted: readonly number[], width: number): number[] {
  const widths = [...wanted];
  let excess = widths.reduce((sum, each) => sum + each + gap.length, -gap.length) - width;
  for (; excess > 0; excess -= 1) {
    const widest = Math.max(...widths);
    if (widest <= minColumnWidth) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function cut(cell: string, width: number): string {
  return cell.length <= width ? cell : `${cell.slice(0, Math.max(0, width - 1))}…`;
}
