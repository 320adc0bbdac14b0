// The inputs of the sweep action.
import { ActionError, readBoolean, type Step } from '@x/action-kit';
import { parseDuration, type SweepOptions } from '@x/exo-iam';

import { readAll, type EndAll } from './read-all.ts';

export type SweepInputs = Required<
  Pick<SweepOptions, 'prefix' | 'graceSeconds' | 'maxRevocations' | 'legacy'>
> &
  EndAll & { readonly token: string };

/** @throws {ActionError} `ERR_INPUT_INVALID`. @throws {ExoIamError} `ERR_DURATION_INVALID`. */
export function readInputs(step: Step): SweepInputs {
  const { core } = step;
  const token = core.getInput('github-token');
  if (token) core.setSecret(token);
  const endAll = readAll(step);
  // Whether jobs are over does not matter where all leases end.
  if (!token && !endAll.all) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      'The input github-token is empty. Expected a token that may read the runs of the repositories that mint (permission actions: read); without it the sweep cannot look up any job.',
      { field: 'github-token' },
    );
  }
  return {
    token,
    prefix: readPrefix(core.getInput('name-prefix')),
    graceSeconds: parseDuration(core.getInput('grace'), {
      field: 'grace',
      minSeconds: 0,
      maxSeconds: 24 * 3600,
    }),
    maxRevocations: readCount(core.getInput('max-keys')),
    legacy: readBoolean(step, 'legacy'),
    ...endAll,
  };
}

// No lease has any other prefix, so the sweep would find nothing and report success.
function readPrefix(text: string): string {
  if (/^[\w-]+$/.test(text)) return text;
  throw new ActionError(
    'ERR_INPUT_INVALID',
    `The input name-prefix is ${JSON.stringify(text)}. Expected the name-prefix that was given to mint: letters, digits, "_" and "-".`,
    { field: 'name-prefix' },
  );
}

function readCount(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ActionError(
    'ERR_INPUT_INVALID',
    `The input max-keys is ${JSON.stringify(text)}. Expected a whole number, such as 1000.`,
    { field: 'max-keys' },
  );
}
