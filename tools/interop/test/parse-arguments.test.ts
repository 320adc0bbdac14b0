import { describe, expect, it } from 'vitest';

import { parseArguments } from '../src/parse-arguments.ts';

const known = ['egoscale', 'terraform', 'act'];

describe('parseArguments', () => {
  it('runs everything by default', () => {
    expect(parseArguments([], known)).toEqual({ names: known, spec: undefined, keep: false });
  });

  it('takes several parts, in the order in which they run', () => {
    expect(parseArguments(['--only', 'act,egoscale'], known).names).toEqual(['egoscale', 'act']);
    expect(parseArguments(['--only=act', '--only=terraform'], known).names).toEqual([
      'terraform',
      'act',
    ]);
  });

  it('leaves parts out', () => {
    expect(parseArguments(['--except', 'act,egoscale'], known).names).toEqual(['terraform']);
    expect(parseArguments(['--only=act,egoscale', '--except=act'], known).names).toEqual([
      'egoscale',
    ]);
  });

  it('takes a specification and keeps folders, behind the -- of npm', () => {
    expect(parseArguments(['--', '--spec', 'a.json', '--keep'], known)).toEqual({
      names: known,
      spec: 'a.json',
      keep: true,
    });
  });

  it.each([
    [['--only', 'acts']],
    [['--except', 'acts']],
    [['--only=act', '--except=act']],
    [['--fast']],
    [['act']],
    [['--spec']],
  ])('refuses %j', (args) => {
    expect(() => parseArguments(args, known)).toThrow(
      expect.objectContaining({ code: 'BAD_ARGUMENTS' }),
    );
  });
});
