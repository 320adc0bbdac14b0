// Results on standard output, in the chosen format. Everything else goes to standard error.
import type { Context, GlobalOptions } from '../context.ts';
import { styler } from './color.ts';
import { plainText } from './plain-text.ts';
import { formatTable } from './table.ts';

/** A member of a result, named as in the API: `role-id`. */
export type Member = string | number | boolean | null | undefined | readonly string[];
export type Result = Readonly<Record<string, Member>>;

export interface Columns {
  /** The members that tables and text show, in order. */
  readonly columns: readonly string[];
}

/** A list: a JSON array, a table, or tab-separated lines. */
export function printList(
  context: Context,
  results: readonly Result[],
  { columns, outputFormat }: Columns & Pick<GlobalOptions, 'outputFormat'>,
): void {
  if (outputFormat === 'json') return printJson(context, results);
  const rows = results.map((result) => columns.map((column) => cellOf(result[column])));
  if (outputFormat === 'text') {
    context.stdout.write(rows.map((row) => `${row.join('\t')}\n`).join(''));
    return;
  }
  const style = styler(context, context.stdout);
  const width = context.stdout.isTTY ? context.stdout.columns : undefined;
  const styleHead = (text: string): string => style('bold', text);
  context.stdout.write(formatTable(columns, rows, { width, styleHead }));
}

/** One result: a JSON object, or a line for each member. */
export function formatResult(
  context: Context,
  result: Result,
  { outputFormat }: Pick<GlobalOptions, 'outputFormat'>,
): string {
  if (outputFormat === 'json') return formatJson(context, result);
  const given = Object.entries(result).filter(([, value]) => value !== undefined && value !== null);
  const style = styler(context, context.stdout);
  const longest = Math.max(...given.map(([name]) => name.length));
  const lines = given.map(([name, value]) =>
    outputFormat === 'text'
      ? `${name}\t${cellOf(value)}`
      : `${style('bold', name.padEnd(longest))}  ${cellOf(value)}`,
  );
  return lines.map((line) => `${line}\n`).join('');
}

export function printResult(
  context: Context,
  result: Result,
  options: Pick<GlobalOptions, 'outputFormat'>,
): void {
  context.stdout.write(formatResult(context, result, options));
}

function formatJson({ stdout }: Context, value: unknown): string {
  return `${JSON.stringify(value, undefined, stdout.isTTY ? 2 : undefined)}\n`;
}

export function printJson(context: Context, value: unknown): void {
  context.stdout.write(formatJson(context, value));
}

function cellOf(value: Member): string {
  if (value === undefined || value === null) return '';
  return plainText(typeof value === 'object' ? value.join(', ') : String(value));
}
