// The values that must not be shown, and the function that hides them.
import { encodeSecret } from './encode-secret.ts';

export interface SecretMasks {
  /** Registers a value and each of its lines, trimmed. False if nothing was registered. */
  add(value: string): boolean;
  /** Replaces every registered value; occurrences that touch or overlap become one `***`. */
  mask(text: string): string;
}

/** Masks line by line, as GitHub does with summaries and annotations. */
export function maskLines(masks: SecretMasks, text: string): string {
  return text
    .split('\n')
    .map((line) => masks.mask(line))
    .join('\n');
}

export function createSecretMasks(): SecretMasks {
  const forms = new Set<string>();
  return {
    add(value) {
      const lines = value.split(/[\r\n]+/).map((line) => line.trim());
      const values = [value, ...lines].filter((candidate) => candidate.trim() !== '');
      for (const candidate of values) {
        for (const form of encodeSecret(candidate)) forms.add(form);
      }
      return values.length > 0;
    },
    mask: (text) => replaceRanges(text, findRanges(text, forms)),
  };
}

type Range = readonly [start: number, end: number];

function findRanges(text: string, forms: Iterable<string>): Range[] {
  const ranges: Range[] = [];
  for (const form of forms) {
    // Step by one: a value may overlap itself.
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      ranges.push([at, at + form.length]);
    }
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

function replaceRanges(text: string, ranges: readonly Range[]): string {
  let result = '';
  let position = 0;
  let hiddenUntil = -1;
  for (const [start, end] of ranges) {
    if (start > hiddenUntil) {
      result += `${text.slice(position, start)}***`;
    }
    hiddenUntil = Math.max(hiddenUntil, end);
    position = hiddenUntil;
  }
  return result + text.slice(position);
}
