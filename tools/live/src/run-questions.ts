// Asks one question after the other and always cleans up, whatever went wrong.
import type { Lab } from './lab.ts';
import type { AnyQuestion } from './question.ts';

export interface Finding {
  readonly id: string;
  readonly fact: string;
  readonly observed: string;
  /** False when the experiment could not be carried out. */
  readonly settled: boolean;
}

export interface Outcome {
  readonly findings: readonly Finding[];
  /** Names of keys and roles that could not be deleted, or why they could not be looked for. */
  readonly left: readonly string[];
}

export interface RunOptions {
  readonly questions: readonly AnyQuestion[];
  readonly signal: AbortSignal;
  /** Told before each question. */
  readonly onQuestion?: (question: AnyQuestion) => void;
}

export async function runQuestions(lab: Lab, options: RunOptions): Promise<Outcome> {
  const findings: Finding[] = [];
  for (const question of options.questions) {
    if (options.signal.aborted) break;
    options.onQuestion?.(question);
    findings.push(await settle(lab, question));
  }
  try {
    return { findings, left: await lab.cleanUp() };
  } catch (error) {
    return { findings, left: [`unknown, they could not be listed (${describe(error)})`] };
  }
}

async function settle(lab: Lab, question: AnyQuestion): Promise<Finding> {
  const { id, fact } = question;
  const why = question.unavailable?.(lab);
  if (why !== undefined) return { id, fact, observed: `not asked: ${why}`, settled: true };
  try {
    return { id, fact, observed: await question.settle(lab), settled: true };
  } catch (error) {
    return { id, fact, observed: `could not be asked: ${describe(error)}`, settled: false };
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
