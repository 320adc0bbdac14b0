import { expect, it } from 'vitest';

import { snakeCaseKeys } from '../../src/policy/snake-case.ts';

it('renames at every depth and leaves values alone, but for whole numbers', () => {
  const given = {
    'role-id': 'a-b',
    'disk-size': 10,
    half: 0.5,
    none: null,
    'ip-filter': [{ 'a-b': 1 }],
  };
  expect(snakeCaseKeys(given)).toEqual({
    role_id: 'a-b',
    disk_size: 10n,
    half: 0.5,
    none: null,
    ip_filter: [{ a_b: 1n }],
  });
});

it('takes the spelling with hyphens where there are two, whichever comes first', () => {
  expect(snakeCaseKeys({ 'a-b': 'read', a_b: 'x', in: [{ a_b: 'x', 'a-b': 'read' }] })).toEqual({
    a_b: 'read',
    in: [{ a_b: 'read' }],
  });
  expect(snakeCaseKeys({ a_b: 'alone' })).toEqual({ a_b: 'alone' });
});
