import { describe, expect, it } from 'vitest';

import { didYouMean, nearestNames } from '../src/nearest-names.ts';

const names = [
  'get-instance',
  'list-instances',
  'list-instance-pools',
  'list-instance-types',
  'dns',
];

describe('nearestNames', () => {
  it('gives three at most, nearest first', () => {
    expect(nearestNames('list-instance', names)).toEqual(['list-instances', 'get-instance']);
    expect(nearestNames('list-instance-pool', names)).toEqual([
      'list-instance-pools',
      'list-instances',
      'list-instance-types',
    ]);
    expect(nearestNames('a', ['a1', 'a2', 'a3', 'a4'])).toHaveLength(3);
  });

  it('allows two slips in a short name, and none to be far', () => {
    expect(nearestNames('sdn', names)).toEqual(['dns']);
    expect(nearestNames('abc', names)).toEqual([]);
  });

  it('compares only names of about the same length, so that a huge one costs nothing', () => {
    expect(nearestNames('x'.repeat(5_000_000), names)).toEqual([]);
  });
});

describe('didYouMean', () => {
  it('says nothing where nothing is near', () => {
    expect(didYouMean('abc', names)).toBe('');
    expect(didYouMean('dnss', names)).toBe(' (did you mean dns?)');
  });
});
