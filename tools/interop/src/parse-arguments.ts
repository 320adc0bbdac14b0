// The command line of the interoperability run, from text to values.
import { parseArgs } from 'node:util';

import { InteropError } from './interop-error.ts';

export interface InteropArguments {
  /** Parts to run, in the order of the list; never empty. */
  readonly only: readonly string[];
  readonly spec: string | undefined;
  readonly keep: boolean;
}

/** @throws {InteropError} `BAD_ARGUMENTS` for an unknown option or part. */
export function parseArguments(
  args: readonly string[],
  known: readonly string[],
): InteropArguments {
  const { only, spec, keep } = parse(args);
  const wanted = only.flatMap((names) => names.split(',')).filter((name) => name !== '');
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new InteropError(
      'BAD_ARGUMENTS',
      `--only names no part: ${unknown.join(', ')}; known: ${known.join(', ')}`,
    );
  }
  return {
    only: wanted.length === 0 ? known : known.filter((name) => wanted.includes(name)),
    spec,
    keep,
  };
}

function parse(args: readonly string[]): {
  only: string[];
  spec: string | undefined;
  keep: boolean;
} {
  try {
    const { values } = parseArgs({
      // pnpm hands the `--` of `npm run interop -- …` on.
      args: args.filter((argument) => argument !== '--'),
      options: {
        only: { type: 'string', multiple: true, default: [] },
        spec: { type: 'string' },
        keep: { type: 'boolean', default: false },
      },
    });
    return { only: values.only, spec: values.spec, keep: values.keep };
  } catch (error) {
    throw new InteropError('BAD_ARGUMENTS', (error as Error).message, { cause: error });
  }
}
