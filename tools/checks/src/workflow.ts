// Reads a workflow file as far as the checks need it.
import { parse } from 'yaml';

/** A step of a job. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A job, with steps or calling a workflow. */
export interface Job {
  readonly uses?: string;
  readonly permissions?: unknown;
  readonly secrets?: unknown;
  readonly environment?: unknown;
  readonly concurrency?: unknown;
  readonly container?: unknown;
  readonly services?: Readonly<Record<string, unknown>>;
  readonly 'timeout-minutes'?: unknown;
  readonly steps?: readonly Step[];
}

/** A workflow file. */
export interface Workflow {
  readonly name?: string;
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The workflow and its steps over all jobs; of a composite action, which has no jobs, its steps. */
export function parseWorkflow(text: string): { workflow: Workflow; steps: readonly Step[] } {
  const file = parse(text) as Workflow & { readonly runs?: { readonly steps?: readonly Step[] } };
  const workflow = { ...file, jobs: file.jobs ?? {} };
  const steps = Object.values(workflow.jobs).flatMap(({ steps: own = [] }) => own);
  return { workflow, steps: [...steps, ...(file.runs?.steps ?? [])] };
}

/** Lines whose `uses:` names somebody else's action without commit and version comment. */
export function findUnpinned(text: string): string[] {
  const lines = text.split('\n').filter((line) => /^\s*(?:-\s+)?uses:/.test(line));
  return lines.filter((line) => {
    const [, target = ''] = /uses:\s*['"]?([^'"\s]+)/.exec(line) ?? [];
    const own = target.startsWith('./') || target.startsWith('x/exo-lease/');
    return !own && !/@[0-9a-f]{40}['"]? # v\d+\.\d+\.\d+$/.test(line);
  });
}

/** Checkout steps that leave the token behind in .git/config. */
export function findPersistentCredentials(steps: readonly Step[]): readonly Step[] {
  return steps.filter(
    (step) =>
      step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
  );
}

/** Scripts into which text of an event, which strangers write, is pasted before the shell reads it. */
export function findInjections(steps: readonly Step[]): readonly Step[] {
  const expressions = /\$\{\{(?:(?!\}\}).)*\bgithub\s*\.\s*(?:event|head_ref)\b/s;
  return steps.filter(({ run = '' }) => expressions.test(run));
}
