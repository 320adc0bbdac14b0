import { expect, it } from 'vitest';

import { parseArguments } from '../../src/cli/parse-arguments.ts';

it('has defaults that keep to this machine', () => {
  expect(parseArguments([])).toEqual({
    host: '127.0.0.1',
    port: 0,
    zones: [],
    policyFile: undefined,
    stateFile: undefined,
    faultsFile: undefined,
    json: false,
    log: false,
    help: false,
  });
});

it('reads every option', () => {
  const addresses = '--host ::1 --port 65535 --zone a --zone b';
  const files = '--policy f --state s --faults g';
  const args = `${addresses} ${files} --json --log --help`.split(' ');
  expect(parseArguments(args)).toEqual({
    host: '::1',
    port: 65_535,
    zones: ['a', 'b'],
    policyFile: 'f',
    stateFile: 's',
    faultsFile: 'g',
    json: true,
    log: true,
    help: true,
  });
});

it.each([
  ['--port', '65536'],
  ['--port', 'x'],
  ['--port', ''],
  ['--port'],
  ['--prot', '1'],
  ['stray'],
])('refuses %s %s', (...args) => {
  expect(() => parseArguments(args)).toThrow(
    expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
  );
});
