import { operations, s3Operations } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';

import { resolveOperations } from '../../src/scope/resolve-operations.ts';

describe('resolveOperations', () => {
  it('knows every operation of the API and of S3', () => {
    const names = [...operations, ...s3Operations].map(({ name }) => name);
    const resolved = resolveOperations(names);
    expect(resolved.operations.map(({ name }) => name)).toEqual(names);
    expect(resolved.notes).toEqual([]);
  });

  it('takes names of legacy keys for what they are called today, and says so', () => {
    const { operations: found, notes } = resolveOperations(['get-sos-object', 'list-zones']);
    expect(found.map(({ name }) => name)).toEqual(['get-object', 'list-zones']);
    expect(notes).toEqual([expect.stringContaining('get-sos-object')]);
  });

  it.each([
    '',
    ' ',
    ' list-zones',
    'list-zones\n',
    'LIST-ZONES',
    'list-zones\u0000',
    'list‐zones', // U+2010, which looks the same
    'liѕt-zones', // a Cyrillic letter
    '*',
    'list-*',
    'Unrestricted',
    'get-sos-unknown',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    "list-zones' || true || operation == '",
    "x'] || true || operation in ['x",
    'x\\',
    'true',
  ])('refuses %j', (name) => {
    expect(() => resolveOperations(['list-zones', name])).toThrowError(
      expect.objectContaining({ code: 'ERR_OPERATION_UNKNOWN', field: 'operations' }),
    );
  });

  it('names those it does not know', () => {
    expect(() => resolveOperations(['frobnicate', 'list-zone', 'list-zones'])).toThrowError(
      /"frobnicate", no "list-zone" \(did you mean list-zones/,
    );
  });
});
