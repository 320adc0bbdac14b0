// Reads a workflow file as far as the checks need it.
import { parse } from 'yaml';

/** A step of a job. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A workflow file. */
export interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

/** The workflow and its steps over all jobs. */
export function parseWorkflow(text: string): { workflow: Workflow; steps: readonly Step[] } {
  const workflow = parse(text) as Workflow;
  return { workflow, steps: Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps) };
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
