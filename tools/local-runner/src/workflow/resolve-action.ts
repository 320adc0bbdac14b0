// Turns the value of `uses:` into a directory on this machine.
import { join, resolve } from 'node:path';

import { LocalRunnerError } from '../errors.ts';

export interface ActionPlaces {
  readonly workspace: string;
  readonly localActions: Readonly<Record<string, string>>;
  readonly skippedActions: readonly string[];
}

export interface ActionReference {
  /** `__self` for a local action, else `__owner_repo`: what GITHUB_ACTION is without an id. */
  readonly defaultId: string;
  /** Undefined for an action that is counted as done. */
  readonly directory: string | undefined;
  /** `owner/repo` and the ref, for an action that is not of the workspace. */
  readonly repository: string | undefined;
  readonly ref: string | undefined;
}

/** @throws {LocalRunnerError} ACTION_NOT_FOUND or UNSUPPORTED. */
export function resolveAction(uses: string, places: ActionPlaces): ActionReference {
  if (uses.startsWith('docker://')) {
    const message = `${uses} is a container action. Supported are JavaScript and composite actions.`;
    throw new LocalRunnerError('UNSUPPORTED', message);
  }
  if (uses.startsWith('$/')) {
    const message = `${uses} is not supported by the local runner. Use ./path or owner/repo/path@ref.`;
    throw new LocalRunnerError('UNSUPPORTED', message);
  }
  if (uses.startsWith('./')) {
    const isSkipped = places.skippedActions.includes(uses);
    const directory = isSkipped ? undefined : resolve(places.workspace, uses);
    return { defaultId: '__self', directory, repository: undefined, ref: undefined };
  }
  const match = /^([^/@]+\/[^/@]+)(\/[^@]+)?@(.+)$/.exec(uses);
  const [, repository, path = '', ref] = match ?? [];
  if (repository === undefined) {
    const message = `${uses} does not name an action. Expected owner/repo/path@ref or ./path.`;
    throw new LocalRunnerError('ACTION_NOT_FOUND', message);
  }
  const base = { defaultId: `__${repository.replaceAll('/', '_')}`, repository, ref };
  const skipped = [repository, `${repository}${path}`];
  if (places.skippedActions.some((name) => skipped.includes(name))) {
    return { ...base, directory: undefined };
  }
  const root = places.localActions[repository];
  if (root === undefined) {
    throw new LocalRunnerError(
      'ACTION_NOT_FOUND',
      `${uses} is not on this machine, and the local runner downloads nothing. ` +
        `Name the folder of ${repository} (--action ${repository}=DIR) or skip it (--skip ${repository}).`,
    );
  }
  return { ...base, directory: resolve(join(root, path)) };
}
