// Puts a condition around a CEL expression. The scanner reads what CEL's lexer reads, and refuses the rest,
// so that no expression can close the bracket that it stands in.
import { ExoIamError } from '../errors.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const prefixes: readonly string[] = ['r', 'b', 'rb', 'br'];

// Each is tried at the present position. A comment ends at a line feed only.
const space = /[ \t\n\f]|\r\n/y;
const comment = /\/\/[^\n]*/y;
const operator = /[!%&*+,\-./:<=>?|]/y;
const word = /[A-Za-z0-9_]+/y;
const quote = /'''|"""|'|"/y;
const escape =
  /\\(?:[abfnrtv"'?`\\]|[0-3][0-7]{2}|[xX][\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/y;

// What another lexer may take for the end of a line.
const otherLineEnds = /\r(?!\n)|[\v\u0085\u2028\u2029]/;

/**
 * `condition && (expression)`, true only where both are. Line feeds keep a comment of the expression from
 * swallowing the bracket.
 *
 * @throws {ExoIamError} `ERR_POLICY_INVALID` when the expression closes a bracket that it did not open,
 *   leaves one open, or holds what CEL's lexer does not know.
 */
export function wrapExpression(expression: string, condition: string): string {
  const fault = faultOf(expression);
  if (fault === undefined) return `${condition} && (\n${expression}\n)`;
  throw new ExoIamError(
    'ERR_POLICY_INVALID',
    `An expression of the policy ${fault}, so the deadline cannot be put around it. Expected a complete CEL expression with balanced brackets.`,
    { field: 'policy' },
  );
}

function faultOf(text: string): string | undefined {
  const lineEnd = otherLineEnds.exec(text);
  if (lineEnd) return `has a line end other than a line feed at position ${lineEnd.index}`;
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const name = match(word, text, at);
    at += name.length;
    const quotes = match(quote, text, at);
    if (quotes) {
      const prefix = name.toLowerCase();
      if (name && !prefixes.includes(prefix)) return `has a word before a string at position ${at}`;
      const end = endOfString(text, { at: at + quotes.length, quotes, raw: prefix.includes('r') });
      if (end === undefined) return `has a string without an end, begun at position ${at}`;
      at = end;
      continue;
    }
    if (name) continue;
    const skipped = match(space, text, at) || match(comment, text, at) || match(operator, text, at);
    if (skipped) {
      at += skipped.length;
      continue;
    }
    const character = text.charAt(at);
    const expected = closing[character];
    if (expected) open.push(expected);
    else if (!')]}'.includes(character)) return `has an unknown character at position ${at}`;
    else if (open.pop() !== character) return `closes at position ${at} what it did not open`;
    at += 1;
  }
  return open.length > 0 ? `lacks ${open.toReversed().join('')} at its end` : undefined;
}

interface StringStart {
  readonly at: number;
  readonly quotes: string;
  readonly raw: boolean;
}

// Undefined at the end of the text, for an escape that CEL does not know, and for a line break between single quotes.
function endOfString(text: string, { at: start, quotes, raw }: StringStart): number | undefined {
  let at = start;
  while (!text.startsWith(quotes, at)) {
    const character = text[at];
    if (character === '\n' && quotes.length === 1) return undefined;
    const escaped = character === '\\' && !raw ? match(escape, text, at) : character;
    if (!escaped) return undefined;
    at += escaped.length;
  }
  return at + quotes.length;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
