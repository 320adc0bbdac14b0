// A `run:` step.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { LocalRunnerError } from '../errors.ts';
import { stepScope } from '../expressions/contexts.ts';
import { interpolate } from '../expressions/interpolate.ts';
import type { JobState, StepScope } from '../job/job-state.ts';
import { logDetails } from '../log/log-details.ts';
import type { RunStep } from '../workflow/types.ts';
import { annotate } from './annotate.ts';
import type { StepRun } from './conduct-step.ts';
import { runPhase } from './run-phase.ts';
import type { PhaseEnd } from './run-phase.ts';

export interface ScriptStep {
  readonly scope: StepScope;
  readonly step: RunStep;
  readonly name: string;
  readonly github: Readonly<Record<string, string>>;
}

// `shell: bash` is stricter than the default shell: only with it is a failing pipe an error.
const shells: Readonly<Record<string, { program: string; args: readonly string[] }>> = {
  '': { program: 'bash', args: ['-e'] },
  bash: { program: 'bash', args: ['--noprofile', '--norc', '-eo', 'pipefail'] },
  sh: { program: 'sh', args: ['-e'] },
};

export async function runScript(
  state: JobState,
  script: ScriptStep,
  run: StepRun,
): Promise<PhaseEnd> {
  const { scope, step, github, name } = script;
  const expressions = stepScope(state, { scope, github, env: run.env });
  const text = interpolate(step.run, expressions);
  const shell = interpolate(step.shell ?? scope.runDefaults.shell ?? '', expressions);
  const directory = interpolate(
    step.workingDirectory ?? scope.runDefaults.workingDirectory ?? '',
    expressions,
  );
  const { program, args } = shells[shell] ?? refuseShell(shell);
  const cwd = resolve(state.directories.workspace, directory);
  if (!existsSync(cwd)) throw new Error(`The working directory ${cwd} does not exist.`);
  const file = join(state.directories.temp, `${randomUUID()}.sh`);
  await writeFile(file, `${text}\n`, { mode: 0o600 });

  logDetails(state.log, {
    title: name,
    script: text,
    shell: `${[program, ...args].join(' ')} {0}`,
    env: run.env,
  });
  const end = await runPhase(state, {
    file: program,
    args: [...args, file],
    env: run.env,
    action: {},
    github,
    cwd,
    stepName: name,
    cancel: run.cancel,
  });
  if (end.exitCode !== undefined && end.exitCode !== 0 && !run.cancel.aborted) {
    const message = `Process completed with exit code ${end.exitCode}.`;
    annotate(state, { level: 'error', message, step: name });
  }
  return end;
}

function refuseShell(shell: string): never {
  const message = `The shell ${shell} is not supported by the local runner. Use bash or sh.`;
  throw new LocalRunnerError('UNSUPPORTED', message);
}
