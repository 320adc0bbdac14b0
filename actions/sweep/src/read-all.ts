// The inputs that end every lease, after a compromise.
import { ActionError, readBoolean, type Step } from '@x/action-kit';
import type { SweepOptions } from '@x/exo-iam';

export type EndAll = Required<Pick<SweepOptions, 'all' | 'dryRun'>>;

/**
 * `dry-run` may be left out of an ordinary sweep. To end running jobs' leases it has to be written out.
 *
 * @throws {ActionError} `ERR_INPUT_INVALID`.
 */
export function readAll(step: Step): EndAll {
  const { core } = step;
  const repository = core.getInput('repository') || undefined;
  const runId = core.getInput('run-id') || undefined;
  const given = core.getInput('dry-run') !== '';
  if (!readBoolean(step, 'all')) {
    refuseLimit('repository', repository);
    refuseLimit('run-id', runId);
    return { all: undefined, dryRun: given && readBoolean(step, 'dry-run') };
  }
  if (!given) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      'The input all is true and dry-run is not given. Expected dry-run: true, which shows the leases, or dry-run: false, which ends them, including those of running jobs.',
      { field: 'dry-run' },
    );
  }
  if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw invalid('repository', { text: repository, expected: 'OWNER/NAME, such as octo/site' });
  }
  if (runId !== undefined && !/^[1-9]\d{0,19}$/.test(runId)) {
    throw invalid('run-id', { text: runId, expected: 'the number in the address of the run' });
  }
  return { all: { repository, runId }, dryRun: readBoolean(step, 'dry-run') };
}

// Otherwise somebody who forgot `all` would take an ordinary sweep for the end of those leases.
function refuseLimit(field: string, text: string | undefined): void {
  if (text === undefined) return;
  throw invalid(field, { text, expected: 'nothing, because it needs all: true' });
}

function invalid(
  field: string,
  { text, expected }: { readonly text: string; readonly expected: string },
): ActionError {
  return new ActionError(
    'ERR_INPUT_INVALID',
    `The input ${field} is ${JSON.stringify(text)}. Expected ${expected}.`,
    { field },
  );
}
