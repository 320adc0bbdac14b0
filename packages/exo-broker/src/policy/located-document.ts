// Parses YAML and keeps the position of each value. Refuses what can mislead a reader.
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml';

import { BrokerError } from '../errors.ts';

export type Path = readonly PropertyKey[];

export interface LocatedDocument {
  readonly value: unknown;
  /** An error at the position of a path, or of its nearest parent if the path is missing. */
  fault(path: Path, problem: string): BrokerError;
}

/** @throws {BrokerError} `ERR_CONFIG_INVALID` with line and column. */
export function parseLocated(
  text: string,
  { path: file }: { readonly path: string },
): LocatedDocument {
  const lines = new LineCounter();
  const document = parse(text, { file, lines });

  function faultAt(offset: number, problem: string): BrokerError {
    const { line, col: column } = lines.linePos(offset);
    return invalid(file, { problem, line, column });
  }

  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) throw faultAt(error.pos[0], firstLine(error.message));
  visit(document, {
    Pair(_key, { key }) {
      // Checks of the form leave this name out, so it would be ignored.
      if (isScalar(key) && key.value === '__proto__') {
        throw faultAt(key.range?.[0] ?? 0, 'Unknown entry "__proto__". Remove it.');
      }
    },
    Node(_key, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || node.anchor !== undefined) {
        throw faultAt(offset, 'An anchor or alias is not allowed. Write the value out.');
      }
      if (node.tag !== undefined && node.tag.startsWith('!')) {
        throw faultAt(offset, 'A tag is not allowed. Write the plain value.');
      }
    },
  });
  return {
    value: document.toJS() as unknown,
    fault: (path, problem) => faultAt(offsetOf(document, path), problem),
  };
}

function parse(text: string, { file, lines }: { file: string; lines: LineCounter }): Document {
  try {
    return parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  } catch (cause) {
    const problem = 'The file cannot be parsed as YAML. Expected one document.';
    throw invalid(file, { problem, line: 1, column: 1, cause });
  }
}

function offsetOf(document: Document, path: Path): number {
  const last = path.at(-1);
  const parent: unknown =
    path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
    if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
  }
  const node: unknown = path.length > 0 ? document.getIn(path, true) : document.contents;
  if (isNode(node)) return node.range?.[0] ?? 0;
  return path.length > 0 ? offsetOf(document, path.slice(0, -1)) : 0;
}

function invalid(
  file: string,
  {
    problem,
    line,
    column,
    cause,
  }: { problem: string; line: number; column: number; cause?: unknown },
): BrokerError {
  return new BrokerError('ERR_CONFIG_INVALID', `${file}:${line}:${column}: ${problem}`, {
    line,
    column,
    cause,
  });
}

function firstLine(message: string): string {
  return `${message.split('\n', 1)[0] ?? ''}. Correct the YAML.`;
}
