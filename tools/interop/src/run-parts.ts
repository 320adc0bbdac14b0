// Runs the parts one after the other and turns whatever a part does into a verdict. A part that
// throws has failed, and so has one that checked nothing: nothing passes by being left out.
import type { Check, InteropContext, Part } from './part.ts';

export interface Verdict {
  readonly name: string;
  readonly title: string;
  readonly checks: readonly Check[];
  readonly notes: readonly string[];
  /** Why the part could not be finished. */
  readonly error: Error | undefined;
  readonly seconds: number;
  readonly passed: boolean;
}

export interface RunPartsOptions {
  /** In milliseconds. */
  readonly now: () => number;
  readonly onStart: (part: Part) => void;
  readonly onVerdict: (verdict: Verdict) => void;
}

export async function runParts(
  parts: readonly Part[],
  context: InteropContext,
  { now, onStart, onVerdict }: RunPartsOptions,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const part of parts) {
    if (context.signal.aborted) break;
    onStart(part);
    const started = now();
    const outcome = await judge(part, context);
    const verdict: Verdict = {
      name: part.name,
      title: part.title,
      ...outcome,
      seconds: (now() - started) / 1000,
    };
    onVerdict(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
}

async function judge(
  part: Part,
  context: InteropContext,
): Promise<Pick<Verdict, 'checks' | 'notes' | 'error' | 'passed'>> {
  try {
    const { checks, notes = [] } = await part.run(context);
    const passed = checks.length > 0 && checks.every((check) => check.passed);
    return { checks, notes, error: undefined, passed };
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    return { checks: [], notes: [], error: reason, passed: false };
  }
}
