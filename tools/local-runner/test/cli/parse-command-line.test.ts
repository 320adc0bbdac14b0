import { describe, expect, it } from 'vitest';

import { parseCommandLine } from '../../src/cli/parse-command-line.ts';

describe('parseCommandLine', () => {
  it('reads a file alone', () => {
    expect(parseCommandLine(['a.yml'], {})).toEqual({
      workflowFile: 'a.yml',
      secrets: {},
      vars: {},
      inputs: {},
      env: {},
      localActions: {},
      skippedActions: ['actions/checkout'],
      debug: false,
    });
  });

  it('reads every option', () => {
    const args =
      'a.yml --job j --workspace w --debug --skip a/b --action x/y=dir --var V=1=2'.split(' ');
    args.push('--matrix', '{"n":1}', '--github', '{"run_id":"7"}', '--input', 'i=', '--env', 'E=e');
    args.push('--summary', 'summary.md', '--secret', 'GIVEN=s', '--secret', 'FROM_ENV');
    expect(parseCommandLine(args, { FROM_ENV: 'e' })).toEqual({
      workflowFile: 'a.yml',
      job: 'j',
      workspace: 'w',
      summaryFile: 'summary.md',
      matrix: { n: 1 },
      github: { run_id: '7' },
      secrets: { GIVEN: 's', FROM_ENV: 'e' },
      vars: { V: '1=2' },
      inputs: { i: '' },
      env: { E: 'e' },
      localActions: { 'x/y': 'dir' },
      skippedActions: ['actions/checkout', 'a/b'],
      debug: true,
    });
  });

  it('answers nothing when help is asked for', () => {
    expect(parseCommandLine(['--help'], {})).toBeUndefined();
  });

  it.each([
    [[]],
    [['a.yml', 'b.yml']],
    [['a.yml', '--nonsense']],
    [['a.yml', '--secret', 'ABSENT']],
    [['a.yml', '--var', 'V']],
    [['a.yml', '--var', '=x']],
    [['a.yml', '--matrix', '[1]']],
    [['a.yml', '--matrix', 'null']],
    [['a.yml', '--github', '{']],
  ])('refuses %j', (args) => {
    expect(() => parseCommandLine(args, {})).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID' }),
    );
  });
});
