// Reads every action of a job before its first step runs, including those inside composite actions, so that a
// job that cannot run fails at once.
import { LocalRunnerError } from '../errors.ts';
import { readAction } from './read-action.ts';
import { resolveAction } from './resolve-action.ts';
import type { ActionPlaces, ActionReference } from './resolve-action.ts';
import type { Action, Step } from './types.ts';

export interface LoadedAction {
  readonly reference: ActionReference;
  /** Undefined when the action is skipped. */
  readonly action: Action | undefined;
}

/** @throws {LocalRunnerError} ACTION_NOT_FOUND, ACTION_INVALID or UNSUPPORTED. */
export async function loadActions(
  steps: readonly Step[],
  places: ActionPlaces,
): Promise<ReadonlyMap<string, LoadedAction>> {
  const loaded = new Map<string, LoadedAction>();
  await loadInto(loaded, { steps, places, path: [] });
  return loaded;
}

interface Level {
  readonly steps: readonly Step[];
  readonly places: ActionPlaces;
  /** The composite actions around these steps, outermost first. */
  readonly path: readonly string[];
}

async function loadInto(loaded: Map<string, LoadedAction>, level: Level): Promise<void> {
  const { steps, places, path } = level;
  for (const { uses } of steps.filter((step) => step.kind === 'uses')) {
    if (path.includes(uses)) {
      const message = `The action ${uses} uses itself: ${[...path, uses].join(' > ')}. Remove one of these uses.`;
      throw new LocalRunnerError('ACTION_INVALID', message);
    }
    const reference = resolveAction(uses, places);
    const { directory } = reference;
    const action = directory === undefined ? undefined : await readAction(directory);
    refusePreInside(uses, { action, reference }, path);
    loaded.set(uses, { reference, action });
    if (action?.using === 'composite') {
      await loadInto(loaded, { steps: action.steps, places, path: [...path, uses] });
    }
  }
}

function refusePreInside(uses: string, loaded: LoadedAction, path: readonly string[]): void {
  const { action, reference } = loaded;
  const runsPre = reference.repository !== undefined && action?.using === 'node' && action.pre;
  if (runsPre && path.length > 0) {
    const message = `${uses} has a runs.pre, which is not supported inside a composite action (${path.join(' > ')}).`;
    throw new LocalRunnerError('UNSUPPORTED', message);
  }
}
