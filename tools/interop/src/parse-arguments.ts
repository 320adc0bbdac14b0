// The command line of the interoperability run, from text to values.
import { parseArgs } from 'node:util';

import { InteropError } from './interop-error.ts';

export interface InteropArguments {
  /** Of the parts to run, in the order of the list; never empty. */
  readonly names: readonly string[];
  readonly spec: string | undefined;
  readonly keep: boolean;
}

/** @throws {InteropError} `BAD_ARGUMENTS` for an unknown option or part, or where no part is left. */
export function parseArguments(
  args: readonly string[],
  known: readonly string[],
): InteropArguments {
  const { only, except, spec, keep } = parse(args);
  const wanted = namesIn('--only', only, known);
  const unwanted = namesIn('--except', except, known);
  const names = known.filter(
    (name) => (wanted.length === 0 || wanted.includes(name)) && !unwanted.includes(name),
  );
  if (names.length === 0) {
    throw new InteropError('BAD_ARGUMENTS', '--only and --except leave no part to run');
  }
  return { names, spec, keep };
}

function namesIn(
  option: string,
  values: readonly string[],
  known: readonly string[],
): readonly string[] {
  const names = values.flatMap((value) => value.split(',')).filter((name) => name !== '');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return names;
  throw new InteropError(
    'BAD_ARGUMENTS',
    `${option} names no part: ${unknown.join(', ')}; known: ${known.join(', ')}`,
  );
}

function parse(args: readonly string[]): {
  readonly only: readonly string[];
  readonly except: readonly string[];
  readonly spec: string | undefined;
  readonly keep: boolean;
} {
  try {
    const { values } = parseArgs({
      // pnpm hands the `--` of `npm run interop -- …` on.
      args: args.filter((argument) => argument !== '--'),
      options: {
        only: { type: 'string', multiple: true, default: [] },
        except: { type: 'string', multiple: true, default: [] },
        spec: { type: 'string' },
        keep: { type: 'boolean', default: false },
      },
    });
    const { only, except, spec, keep } = values;
    return { only, except, spec, keep };
  } catch (error) {
    throw new InteropError('BAD_ARGUMENTS', (error as Error).message, { cause: error });
  }
}
