// A fact that no source states, the experiment that would settle it, and what to say of the outcome.
import type { Lab } from './lab.ts';

export interface Question<Evidence = unknown> {
  /** For `--only`. */
  readonly id: string;
  /** What is not known. */
  readonly fact: string;
  /** Why it cannot be asked in this run, if it cannot. */
  readonly unavailable?: (lab: Lab) => string | undefined;
  readonly ask: (lab: Lab) => Promise<Evidence>;
  /** Pure: the evidence in one sentence. */
  readonly judge: (evidence: Evidence) => string;
}

/** A question among others: its evidence goes from `ask` to `judge` and nowhere else. */
export type AnyQuestion = Omit<Question, 'ask' | 'judge'> & {
  readonly settle: (lab: Lab) => Promise<string>;
};

export function define<Evidence>({ ask, judge, ...rest }: Question<Evidence>): AnyQuestion {
  return { ...rest, settle: async (lab) => judge(await ask(lab)) };
}
