import { expect, it } from 'vitest';

import { newKeyPair, newUuid } from '../../src/state/identifiers.ts';

const ones = (length: number): Uint8Array => new Uint8Array(length).fill(0xff);
const zeros = (length: number): Uint8Array => new Uint8Array(length);

it('makes keys in the documented shape', () => {
  expect(newKeyPair(ones)).toEqual({ key: `EXO${'f'.repeat(24)}`, secret: `${'_'.repeat(42)}8` });
});

it('makes version 4 UUIDs', () => {
  expect(newUuid(ones)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(newUuid(zeros)).toBe('00000000-0000-4000-8000-000000000000');
});
