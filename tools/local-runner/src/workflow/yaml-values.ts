// Reads the values of a parsed YAML document. Errors name the place of an unexpected value.
import { LocalRunnerError } from '../errors.ts';
import type { LocalRunnerErrorCode } from '../errors.ts';

/** A parsed mapping and where it stands, for messages: `jobs.test.steps[2]`. */
export interface YamlMapping {
  readonly where: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** The code of errors about it. */
  readonly code: LocalRunnerErrorCode;
}

export function toMapping(value: unknown, parent: Omit<YamlMapping, 'values'>): YamlMapping {
  if (value === undefined || value === null) return { ...parent, values: {} };
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid(parent, 'a mapping');
  return { ...parent, values: value as Record<string, unknown> };
}

/** The mapping under a key; empty when the key is absent. */
export function childMapping(mapping: YamlMapping, key: string): YamlMapping {
  return toMapping(mapping.values[key], { where: `${mapping.where}.${key}`, code: mapping.code });
}

/** The items of the list under a key, each a mapping. */
export function childMappings(mapping: YamlMapping, key: string): readonly YamlMapping[] {
  const list = mapping.values[key];
  const where = `${mapping.where}.${key}`;
  if (!Array.isArray(list)) throw invalid({ where, code: mapping.code }, 'a list');
  return (list as unknown[]).map((item, index) =>
    toMapping(item, { where: `${where}[${index}]`, code: mapping.code }),
  );
}

/** The scalar under a key as text, the way GitHub writes numbers and booleans. */
export function optionalText(mapping: YamlMapping, key: string): string | undefined {
  const value = mapping.values[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') {
    throw invalid({ where: `${mapping.where}.${key}`, code: mapping.code }, 'a string');
  }
  return `${value as string | number | boolean}`;
}

export function requiredText(mapping: YamlMapping, key: string): string {
  const text = optionalText(mapping, key);
  if (text === undefined || text === '') {
    throw invalid({ where: `${mapping.where}.${key}`, code: mapping.code }, 'a string');
  }
  return text;
}

/** A mapping of names to scalars: `env`, `with`, `outputs`. */
export function textMapping(mapping: YamlMapping, key: string): Readonly<Record<string, string>> {
  const child = childMapping(mapping, key);
  const names = Object.keys(child.values);
  return Object.fromEntries(names.map((name) => [name, optionalText(child, name) ?? '']));
}

/** Refuses keys that the local runner does not support, and keys that GitHub does not know. */
export function checkKeys(
  mapping: YamlMapping,
  keys: { readonly known: readonly string[]; readonly unsupported?: readonly string[] },
): void {
  for (const key of Object.keys(mapping.values)) {
    if (keys.unsupported?.includes(key)) {
      throw new LocalRunnerError(
        'UNSUPPORTED',
        `${mapping.where}.${key} is not supported by the local runner. ` +
          'Run this workflow on GitHub, or take the key out to run the rest here.',
      );
    }
    if (!keys.known.includes(key)) {
      throw new LocalRunnerError(
        mapping.code,
        `${mapping.where}.${key} is not a key that GitHub knows there. ` +
          `Expected one of ${keys.known.join(', ')}.`,
      );
    }
  }
}

function invalid(place: Omit<YamlMapping, 'values'>, expected: string): LocalRunnerError {
  return new LocalRunnerError(place.code, `${place.where} is not valid. Expected ${expected}.`);
}
