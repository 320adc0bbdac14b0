// Creates a simulator from its options.
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { readWithoutBindings } from './auth/leave-out-bindings.ts';
import { checkOptions } from './check-options.ts';
import { decide } from './decide.ts';
import { ExoSimError } from './exo-sim-error.ts';
import { createRequestHandler } from './http/create-request-handler.ts';
import { createFaultPlan } from './http/faults.ts';
import { fetchInProcess } from './http/fetch-in-process.ts';
import type { RecordedRequest } from './http/recorded-request.ts';
import { fallbackZone, officialZones, readZones } from './http/zones.ts';
import { allowEverything } from './policy/iam-policy.ts';
import { readPolicy } from './policy/read-policy.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';
import { addParentAccessKey, addParentKey } from './state/parent-keys.ts';
import { readSavedState } from './state/read-saved-state.ts';
import { restoreStore } from './state/restore-store.ts';
import { saveState, type SavedState } from './state/saved-state.ts';
import { createStore, type Store, type StoreOptions } from './state/store.ts';

interface Organization {
  readonly store: Store;
  readonly keys: Pick<SavedState, 'parentKey' | 'parentAccessKey'>;
}

/**
 * A new organization in memory, with one key that may do everything.
 *
 * @example
 *   const simulator = createSimulator();
 *   const response = await simulator.fetch('https://api-ch-gva-2.exoscale.com/v2/zone');
 *
 * @throws {ExoSimError} `ERR_INVALID_OPTION` when an option is unknown or wrong, or two options conflict,
 *   `ERR_INVALID_POLICY` when a policy does not have the form of one, `ERR_INVALID_STATE` when a saved state
 *   cannot be used.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  checkOptions(options);
  const { now = Date.now, sleep = wait, onRequest = () => {} } = options;
  const zones = readZones(options.zones ?? officialZones);
  const { store, keys } = startOrganization(options, now);
  const requests: RecordedRequest[] = [];
  const { requestsKept = Infinity } = options;
  const faults = createFaultPlan();
  const handle = createRequestHandler({
    store,
    zones,
    requests,
    requestsKept,
    faults,
    sleep,
    onRequest,
  });
  return {
    fetch: (input, init) => fetchInProcess({ handle, now }, new Request(input, init)),
    ...keys,
    state: store,
    requests,
    save: () => saveState(store, keys),
    faults,
    decide: (input) => decide(store, fallbackZone(zones), input),
    handle,
    now,
  };
}

function startOrganization(options: SimulatorOptions, now: () => number): Organization {
  const { organizationPolicy = allowEverything, savedState } = options;
  const storeOptions: StoreOptions = {
    now,
    random: options.random ?? randomBytes,
    pendingPolls: options.pendingPolls ?? 0,
    roleVisibleAfterMs: options.roleVisibleAfterMs ?? 0,
    roleDetachedAfterMs: options.roleDetachedAfterMs ?? 0,
    organizationPolicy: readPolicy(organizationPolicy, 'organizationPolicy'),
    allowEmptyPolicy: options.allowEmptyPolicy ?? false,
    withoutBindings: readWithoutBindings(options.withoutBindings ?? []),
    onNote: options.onNote ?? (() => {}),
  };
  if (savedState === undefined) {
    const store = createStore(storeOptions);
    const parentKey = addParentKey(store, options.parentKey);
    const parentAccessKey = addParentAccessKey(store, options.parentAccessKey);
    return { store, keys: { parentKey, parentAccessKey } };
  }
  if (options.parentKey ?? options.parentAccessKey ?? options.organizationPolicy) {
    throw new ExoSimError(
      'ERR_INVALID_OPTION',
      'savedState has its own keys and organization policy; leave parentKey, parentAccessKey and organizationPolicy out',
    );
  }
  const saved = readSavedState(savedState, 'savedState');
  const { parentKey, parentAccessKey } = saved;
  return { store: restoreStore(storeOptions, saved), keys: { parentKey, parentAccessKey } };
}

async function wait(durationMs: number, signal: AbortSignal): Promise<void> {
  // It rejects only when aborted. fetch then rejects with the client's reason, so this does too.
  await delay(durationMs, undefined, { signal }).catch(() => signal.throwIfAborted());
}
