// Holds what a runtime made of the vectors against what they expect.
import { vectors } from '@x/vectors';
import type { Vector } from '@x/vectors';

import type { Check } from '../../src/part.ts';

/** What the programs in `page/` print. */
export interface Outcome {
  readonly escapesCaret: boolean;
  /** By entry of the package. */
  readonly entries: Readonly<Record<string, readonly Result[]>>;
}

interface Result {
  readonly name: string;
  readonly authorization?: string;
  /** Of the error, where it was refused. */
  readonly code?: string;
}

/** One check per vector and entry; a vector without a result fails. */
export function judgeOutcome(
  runtime: string,
  outcome: Outcome,
  expected: readonly Vector[],
): readonly Check[] {
  return Object.entries(outcome.entries).flatMap(([entry, results]) => {
    const byName = new Map(results.map((result) => [result.name, result]));
    return expected.map((vector): Check => {
      const wanted = expectationOf(vector, outcome.escapesCaret);
      const { authorization, code } = byName.get(vector.name) ?? {};
      return {
        name: `${runtime}, ${entry}: ${vector.name}`,
        passed: wanted !== undefined && (code ?? authorization) === wanted,
        detail: `expected ${wanted}\n     got ${code ?? authorization}`,
      };
    });
  });
}

function expectationOf(vector: Vector, escapesCaret: boolean): string | undefined {
  const other = escapesCaret ? vector.whenUrlParserEscapes : undefined;
  if (other !== undefined) {
    return vectors.find(({ name }) => name === other)?.expectedAuthorization;
  }
  return vector.refusedWith ?? vector.expectedAuthorization;
}
