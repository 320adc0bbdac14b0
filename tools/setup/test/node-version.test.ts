import { describe, expect, it } from 'vitest';

import { describeNodeProblem, isOlder } from '../node-version.mjs';

describe('isOlder', () => {
  it.each([
    ['18.20.8', '20.0.0', true],
    ['20.0.0', '20.0.0', false],
    ['20.9.0', '20.10.0', true],
    ['24.5.0', '24.4.9', false],
    ['24.5.0-nightly', '24.5.1', true],
  ])('%s before %s: %s', (version, other, expected) => {
    expect(isOlder(version, other)).toBe(expected);
  });
});

describe('describeNodeProblem', () => {
  it('has a code for a Node that is too old', () => {
    expect(describeNodeProblem('18.20.8', '20.0.0')).toMatch(/^SETUP_NODE_TOO_OLD: /);
  });

  it('has none for one that will do', () => {
    expect(describeNodeProblem('20.0.0', '20.0.0')).toBeUndefined();
  });
});
