// Runs one process of a step as GitHub does: with new command files, the environment, workflow commands in its
// output, and the values in the files afterwards.
import { createCommandFiles, applyCommandFiles } from '../commands/command-files.ts';
import { createLineHandler } from '../commands/create-line-handler.ts';
import { githubContext } from '../expressions/contexts.ts';
import type { JobState } from '../job/job-state.ts';
import { maskLines } from '../masks/secret-masks.ts';
import { messageOf } from '../message-of.ts';
import { spawnStep } from '../process/spawn-step.ts';
import { buildStepEnvironment } from '../process/step-environment.ts';
import { annotate } from './annotate.ts';

export interface PhaseRequest {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The `env` context. */
  readonly env: Readonly<Record<string, string>>;
  /** INPUT_ and STATE_. */
  readonly action: Readonly<Record<string, string>>;
  /** Members of the `github` context that belong to this step. */
  readonly github: Readonly<Record<string, string>>;
  readonly stepName: string;
  /** Where GITHUB_STATE goes; a script's is dropped. */
  readonly savedState?: Map<string, string>;
  readonly cancel: AbortSignal;
}

export interface PhaseEnd {
  /** The exit code was not zero, or a command failed the step. */
  readonly failed: boolean;
  readonly exitCode: number | undefined;
  readonly outputs: Readonly<Record<string, string>>;
}

export async function runPhase(state: JobState, request: PhaseRequest): Promise<PhaseEnd> {
  const { log, masks, options } = state;
  const files = await createCommandFiles(state.directories.fileCommands);
  const outputs: Record<string, string> = {};
  const note = createDebugNote(state);
  let failed = false;
  const fail = (message: string): void => {
    failed = true;
    annotate(state, { level: 'error', message, step: request.stepName });
  };
  const lines = createLineHandler({
    log,
    masks,
    debug: options.debug ?? false,
    fail,
    annotate: (annotation) => annotate(state, { ...annotation, step: request.stepName }),
  });

  let exitCode: number | undefined;
  try {
    exitCode = await spawnStep({
      file: request.file,
      args: request.args,
      cwd: request.cwd,
      env: buildStepEnvironment({
        base: state.baseEnv,
        env: request.env,
        action: request.action,
        github: githubContext(state, { ...request.github, ...files }),
        runner: state.contexts.runner,
        prependedPath: state.prependedPath,
      }),
      cancel: request.cancel,
      force: state.force,
      interruptGraceMs: options.interruptGraceMs ?? 7500,
      terminateGraceMs: options.terminateGraceMs ?? 2500,
      drainMs: options.drainMs ?? 5000,
      onLine: lines.take,
    });
    failed ||= exitCode !== 0;
  } catch (error) {
    fail(messageOf(error));
  } finally {
    lines.end();
    await applyCommandFiles(files, {
      setOutput(name, value) {
        outputs[name] = value;
        note(`Set output ${name}`, value);
      },
      setEnv(name, value) {
        state.globalEnv.set(name, value);
        note(`Set env ${name}`, value);
      },
      addPath(directory) {
        const known = state.prependedPath.indexOf(directory);
        if (known >= 0) state.prependedPath.splice(known, 1);
        state.prependedPath.push(directory);
      },
      saveState(name, value) {
        request.savedState?.set(name, value);
        note(`Save intra-action state ${name}`, value);
      },
      addSummary: (markdown) => void state.summaries.push(maskLines(state.masks, markdown)),
      refuse: (message) => annotate(state, { level: 'error', message, step: request.stepName }),
      fail,
    });
  }
  return { failed, exitCode, outputs };
}

// GitHub shows these values when step debugging is on, masked only if the mask came first.
function createDebugNote(state: JobState): (what: string, value: string) => void {
  return (what, value) => {
    if (state.options.debug) state.log.line(`##[debug]${what} = ${value}`, 'magenta');
  };
}
