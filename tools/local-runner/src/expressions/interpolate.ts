// Text with `${{ … }}` in it: as a string, as a value, or as a condition.
import { data } from '@actions/expressions';

import { LocalRunnerError } from '../errors.ts';
import { callsStatusFunction, evaluate, isTruthy } from './evaluate.ts';
import type { ExpressionScope } from './evaluate.ts';

type Segment = { readonly text: string } | { readonly expression: string };

/** Replaces every expression by its value as a string. */
export function interpolate(template: string, scope: ExpressionScope): string {
  return splitTemplate(template)
    .map((part) => ('text' in part ? part.text : evaluate(part.expression, scope).coerceString()))
    .join('');
}

/** Interpolates each value of a mapping. */
export function interpolateAll(
  templates: Readonly<Record<string, string>>,
  scope: ExpressionScope,
): Record<string, string> {
  const entries = Object.entries(templates);
  return Object.fromEntries(entries.map(([name, value]) => [name, interpolate(value, scope)]));
}

/** The value of a template that is a single expression, such as a list; else its string. */
export function evaluateTemplate(template: string, scope: ExpressionScope): unknown {
  const [only, ...others] = splitTemplate(template.trim());
  if (!only || others.length > 0 || 'text' in only) return interpolate(template, scope);
  const value = evaluate(only.expression, scope);
  return JSON.parse(JSON.stringify(value, data.replacer)) as unknown;
}

/**
 * Decides an `if`, with or without `${{ }}`. `success() &&` is put before a condition that calls no
 * status function, but not before the `pre-if` and `post-if` of an action.
 */
export function evaluateCondition(
  condition: string,
  scope: ExpressionScope,
  options: { readonly impliesSuccess: boolean },
): boolean {
  const parts = splitTemplate(condition.trim());
  const expressions = parts.flatMap((part) => ('text' in part ? [] : part.expression));
  const [only] = parts;
  const bare =
    only !== undefined && parts.length === 1 && 'text' in only ? [only.text] : expressions;
  const implied = options.impliesSuccess && !bare.some(callsStatusFunction);
  if (implied && !isTruthy(evaluate('success()', scope))) return false;
  // Text around an expression makes it a string, which is always true.
  if (parts.length > 1) return interpolate(condition, scope) !== '';
  return bare.every(
    (expression) => expression.trim() === '' || isTruthy(evaluate(expression, scope)),
  );
}

function splitTemplate(template: string): Segment[] {
  const segments: Segment[] = [];
  let position = 0;
  for (let start = template.indexOf('${{'); start >= 0; start = template.indexOf('${{', position)) {
    const end = findEnd(template, start + 3);
    if (start > position) segments.push({ text: template.slice(position, start) });
    segments.push({ expression: template.slice(start + 3, end) });
    position = end + 2;
  }
  if (position < template.length) segments.push({ text: template.slice(position) });
  return segments;
}

// Braces inside a string literal do not close the expression.
function findEnd(template: string, from: number): number {
  let quoted = false;
  for (let at = from; at < template.length; at += 1) {
    if (template[at] === "'") quoted = !quoted;
    else if (!quoted && template.startsWith('}}', at)) return at;
  }
  throw new LocalRunnerError(
    'EXPRESSION_INVALID',
    `An expression is not closed: ${template}. Expected }} after \${{.`,
  );
}
