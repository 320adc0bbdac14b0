// Each part of a proper failure is missing once.
import { describe, expect, it } from 'vitest';

import { assertFailure } from '../src/assert-failure.ts';
import type { PhaseRun } from '../src/run-phase.ts';

const annotation = { level: 'error', title: 'No key', message: 'What. Expected. Do.' } as const;
const proper: PhaseRun = {
  phase: 'main',
  step: 'key',
  exitCode: 1,
  signal: null,
  stdout: '',
  stderr: '',
  outputs: {},
  env: {},
  state: {},
  summary: '',
  annotations: [annotation],
  requests: [],
  moments: [],
  debug: false,
  interrupt: undefined,
};
const clean = { leftovers: () => [] };
const trace = '::debug::Error: no%0A    at run (file:///main.js:1:20)';

describe('assertFailure', () => {
  it('gives the message of a proper failure', () => {
    expect(assertFailure(proper, clean)).toBe(annotation.message);
    expect(assertFailure({ ...proper, debug: true, stdout: trace }, clean)).toContain('What.');
  });

  it.each<[string, string, Partial<PhaseRun>]>([
    ['it succeeded', 'exit code 1', { exitCode: 0 }],
    ['it was killed', 'exit code 1', { exitCode: null, signal: 'SIGKILL' }],
    ['it wrote to stderr', 'on stderr', { stderr: 'Warning' }],
    ['it handed something out', 'handed out', { outputs: { 'api-key': 'EXO' } }],
    ['nothing was annotated', 'one error annotation', { annotations: [] }],
    [
      'more than one thing was annotated',
      'one error annotation',
      { annotations: [annotation, annotation] },
    ],
    [
      'it only warned',
      'one error annotation',
      { annotations: [{ ...annotation, level: 'warning' }] },
    ],
    ['a stack trace was shown unasked', 'stack trace', { stdout: trace }],
    [
      'a stack trace was printed',
      'stack trace',
      { stdout: 'Error: no\n    at run (file:///main.js:1:20)\n' },
    ],
  ])('objects when %s', (_, message, change) => {
    expect(() => assertFailure({ ...proper, ...change }, clean)).toThrow(message);
  });

  it('objects when something is left', () => {
    expect(() => assertFailure(proper, { leftovers: () => ['key a'] })).toThrow('to be left');
  });
});
