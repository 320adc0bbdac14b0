// The command line's arguments as options of runJob.
import { parseArgs } from 'node:util';

import { LocalRunnerError } from '../errors.ts';
import { messageOf } from '../message-of.ts';
import type { RunJobOptions } from '../run-job-options.ts';

export const usage = `Usage: node tools/local-runner/src/cli.ts FILE [options]

Runs one job of the workflow FILE on this machine, by the rules of GitHub's runner.

  --job NAME              which job, when FILE has several
  --secret NAME[=VALUE]   a secret; without a value it is read from the environment
  --var NAME=VALUE        a configuration variable
  --input NAME=VALUE      an input of workflow_dispatch
  --env NAME[=VALUE]      an environment variable for every step
  --matrix JSON           one leg of the matrix (default: all, one after the other)
  --github JSON           members of the github context to replace
  --action OWNER/REPO=DIR the folder of the actions of that repository
  --skip OWNER/REPO       an action to skip as successful (actions/checkout always is)
  --workspace DIR         where steps run (default: the root of FILE's repository)
  --summary FILE          where the job summary is written, as Markdown
  --debug                 show debug messages
  --help                  show this text

Ctrl-C cancels the job as GitHub does, post steps still run; a second one kills it.
`;

export interface CommandLine extends Omit<
  RunJobOptions,
  'write' | 'signal' | 'forceSignal' | 'color'
> {
  /** Where the job summary is written. */
  readonly summaryFile?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Undefined when help was asked for.
 *
 * @throws {LocalRunnerError} OPTION_INVALID
 */
export function parseCommandLine(
  args: readonly string[],
  environment: Environment,
): CommandLine | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [workflowFile, ...others] = positionals;
  if (workflowFile === undefined || others.length > 0) {
    throw invalid('One workflow file is expected.');
  }
  return {
    workflowFile,
    ...(values.job === undefined ? {} : { job: values.job }),
    ...(values.workspace === undefined ? {} : { workspace: values.workspace }),
    ...(values.summary === undefined ? {} : { summaryFile: values.summary }),
    ...(values.matrix === undefined ? {} : { matrix: parseObject('matrix', values.matrix) }),
    ...(values.github === undefined ? {} : { github: parseObject('github', values.github) }),
    secrets: pairs('secret', values.secret, environment),
    vars: pairs('var', values.var),
    inputs: pairs('input', values.input),
    env: pairs('env', values.env, environment),
    localActions: pairs('action', values.action),
    skippedActions: ['actions/checkout', ...(values.skip ?? [])],
    debug: values.debug ?? false,
  };
}

function parse(args: readonly string[]) {
  const many = { type: 'string', multiple: true } as const;
  const one = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    job: one,
    workspace: one,
    summary: one,
    matrix: one,
    github: one,
    debug: flag,
    help: flag,
    secret: many,
    var: many,
    input: many,
    env: many,
    action: many,
    skip: many,
  };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw invalid(messageOf(cause));
  }
}

function pairs(
  option: string,
  values: readonly string[] = [],
  environment?: Environment,
): Readonly<Record<string, string>> {
  const entries = values.map((text) => {
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    const value = equals < 0 ? environment?.[name] : text.slice(equals + 1);
    // The text may be a secret without its name, so the message does not repeat it.
    if (name === '' || value === undefined) {
      const source = environment ? ', or NAME of a variable in the environment' : '';
      throw invalid(`--${option} expects NAME=VALUE${source}.`);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

function parseObject(option: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Reported below, with what was expected.
  }
  throw invalid(`--${option} expects a JSON object.`);
}

function invalid(message: string): LocalRunnerError {
  return new LocalRunnerError('OPTION_INVALID', `${message} See --help.`);
}
