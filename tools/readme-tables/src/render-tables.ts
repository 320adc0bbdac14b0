// From an action.yml to the two tables of its README.
import { parse } from 'yaml';

/** The tables, in Markdown; `undefined` where the action has nothing of the kind. */
export interface Tables {
  readonly inputs: string | undefined;
  readonly outputs: string | undefined;
}

interface Input {
  readonly description: string;
  readonly default?: string | number | boolean;
  readonly required?: boolean;
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, Input>>;
  readonly outputs?: Readonly<Record<string, { readonly description: string }>>;
}

export function renderTables(actionFile: string): Tables {
  const { inputs = {}, outputs = {} } = parse(actionFile) as ActionFile;
  const inputRows = Object.entries(inputs).map(([name, input]) => [
    code(name),
    firstSentence(input.description),
    defaultOf(input),
  ]);
  const outputRows = Object.entries(outputs).map(([name, output]) => [
    code(name),
    firstSentence(output.description),
  ]);
  return {
    inputs: renderTable(['input', 'what it is', 'default'], inputRows),
    outputs: renderTable(['output', 'what it is'], outputRows),
  };
}

function defaultOf({ description, default: value = '', required = false }: Input): string {
  if (required) return 'required';
  if (value !== '') return code(String(value));
  // What the action itself falls back to is in the description.
  const [, fallback = ''] = /\bDefault(?:s to)? ([^]*?)\.(?:\s|$)/.exec(description) ?? [];
  return fallback;
}

/** Keeps a row to a line. The other sentences are in action.yml. */
function firstSentence(text: string): string {
  return text.trim().split(/(?<=\.)\s/)[0] ?? '';
}

function renderTable(head: readonly string[], rows: readonly string[][]): string | undefined {
  if (rows.length === 0) return undefined;
  const cells = [head, ...rows].map((row) => row.map(escapeCell));
  // Columns are as wide as their widest cell, which is how the formatter leaves a table.
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const [first = '', ...rest] = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [first, rule, ...rest].join('\n');
}

function escapeCell(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`);
}

function code(text: string): string {
  return `\`${text}\``;
}
