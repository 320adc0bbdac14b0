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
    version: false,
    allowEmptyPolicy: false,
    withoutBindings: [],
  });
});

it('reads every option', () => {
  const addresses = '--host ::1 --port 65535 --zone a --zone b';
  const files = '--policy f --state s --faults g';
  const policies = '--allow-empty-policy --without-binding now --without-binding sos:now';
  const args = `${addresses} ${files} --json --log --help --version ${policies}`.split(' ');
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
    version: true,
    allowEmptyPolicy: true,
    withoutBindings: ['now', 'sos:now'],
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
