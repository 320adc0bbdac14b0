// How a step has to fail: exit code 1, one annotation with advice, no stack trace, nothing left.
import assert from 'node:assert/strict';

import type { Job } from './play-scenario.ts';
import type { PhaseRun } from './run-phase.ts';
import type { Annotation } from './workflow-commands.ts';

/**
 * Asserts that a `main` failed as it should and that nothing it made is left.
 *
 * @returns The annotation's message.
 */
export function assertFailure(run: PhaseRun, job: Pick<Job, 'leftovers'>): string {
  assert.deepEqual([run.exitCode, run.signal], [1, null], 'Expected exit code 1');
  assert.equal(run.stderr, '', 'Expected nothing on stderr');
  assert.deepEqual({ ...run.outputs, ...run.env }, {}, 'Expected nothing to be handed out');
  assert.deepEqual(job.leftovers(), [], 'Expected no key and no role to be left');
  if (!run.debug) assert.doesNotMatch(run.stdout, /(?:^|\n|%0A) +at .+:\d+/, 'Unasked stack trace');
  const [annotation, ...others] = run.annotations as [Annotation, ...Annotation[]];
  assert.deepEqual([annotation?.level, others], ['error', []], 'Expected one error annotation');
  return annotation.message;
}
