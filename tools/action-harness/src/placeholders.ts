// Replaces everything that differs from run to run by a word that says what it is.
import { formsOf } from './check-secrets.ts';

export interface Placeholder {
  readonly word: string;
  readonly values: readonly string[];
}

const patterns: readonly (readonly [RegExp, string])[] = [
  // The random part of a lease's name.
  [/(?<=\.[12]\d{9}\.)[0-9a-f]{8}(?=\.g[jr]\.)/g, '<random>'],
  [/(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uuid>'],
  [/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g, '<time>'],
  // UNIX seconds, of this half of the century.
  [/(?<!\d)[12]\d{9}(?:000)?(?!\d)/g, '<deadline>'],
  [/127\.0\.0\.1:\d{4,5}\b/g, '127.0.0.1:<port>'],
  [/\bin \d+ ms\b/g, 'in <n> ms'],
  [/\bafter \d+ s\b/g, 'after <n> s'],
  // SHA-256 in base64.
  [/(?<![\w+/])[\w+/]{43}=/g, '<digest>'],
  // In a command, line breaks are escaped.
  [/(?:%0A {4}at [^\n%]*)+/g, '%0A    at <stack>'],
];

/** The text with placeholders: first the values that are known, then what looks like one. */
export function placeholders(text: string, known: readonly Placeholder[]): string {
  let result = text;
  for (const { word, values } of known) {
    values.forEach((value, index) => {
      const placeholder = index === 0 ? `<${word}>` : `<${word} ${index + 1}>`;
      for (const form of formsOf(value)) result = result.replaceAll(form, placeholder);
    });
  }
  for (const [pattern, replacement] of patterns) result = result.replace(pattern, replacement);
  return result;
}
