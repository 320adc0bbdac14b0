// Callers of reusable workflows hand over what these declare, and ours declares what its action takes.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { glob, read } from '../src/repository.ts';

interface Declared {
  readonly required?: boolean;
  readonly default?: string | boolean;
}

interface Callee {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, Declared>>;
      readonly secrets: Readonly<Record<string, Declared>>;
    };
  };
}

interface Caller {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
}

const calls = glob('examples/*.yml').flatMap((path) => {
  const { jobs } = parse(read(path)) as { jobs: Readonly<Record<string, Caller>> };
  return Object.values(jobs)
    .filter(({ uses }) => uses !== undefined)
    .map((job) => [path, job] as const);
});

// An example that is copied lies beside its caller.
function fileOf(uses: string): string {
  return uses.startsWith('./')
    ? uses.replace('./.github/workflows/', 'examples/')
    : uses.replace(/^x\/exo-lease\/(.*)@.*$/, '$1');
}

function misfits(given: object, declared: Readonly<Record<string, Declared>>): readonly string[] {
  const needed = Object.keys(declared).filter((name) => declared[name]?.required);
  return [
    ...Object.keys(given).filter((name) => !(name in declared)),
    ...needed.filter((name) => !(name in given)),
  ];
}

describe('calls of reusable workflows', () => {
  it('are there', () => {
    expect(calls.map(([path]) => path)).toEqual([
      'examples/reusable-caller.yml',
      'examples/sealed-caller.yml',
      'examples/sealed-caller.yml',
      'examples/sweep-call.yml',
    ]);
  });

  it.each(calls)('%s gives what is declared and needed', (_, job) => {
    const { workflow_call: declared } = (parse(read(fileOf(job.uses ?? ''))) as Callee).on;
    expect(misfits(job.with ?? {}, declared.inputs)).toEqual([]);
    expect(misfits(job.secrets ?? {}, declared.secrets)).toEqual([]);
  });
});

describe('.github/workflows/sweep.yml', () => {
  const { workflow_call: call } = (parse(read('.github/workflows/sweep.yml')) as Callee).on;
  const { inputs } = parse(read('actions/sweep/action.yml')) as {
    inputs: Readonly<Record<string, Declared>>;
  };

  it('takes every input of the action', () => {
    const names = [...Object.keys(call.inputs), ...Object.keys(call.secrets)];
    expect(names.sort()).toEqual(Object.keys(inputs).sort());
  });

  it('has the same defaults', () => {
    const defaults = Object.entries(call.inputs).map(([name, { default: value }]) => [
      name,
      String(value),
    ]);
    const expected = Object.keys(call.inputs).map((name) => [
      name,
      String(inputs[name]?.default ?? ''),
    ]);
    expect(defaults).toEqual(expected);
  });
});
