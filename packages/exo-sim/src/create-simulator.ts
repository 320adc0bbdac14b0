// Puts a simulator together from its options.
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { ExoSimError } from './exo-sim-error.ts';
import { createRequestHandler } from './http/create-request-handler.ts';
import { createFaultPlan } from './http/faults.ts';
import { fetchInProcess } from './http/fetch-in-process.ts';
import { officialZones, fallbackZone } from './http/zones.ts';
import type { Decision } from './policy/authorize.ts';
import { authorize } from './policy/authorize.ts';
import { readPolicy } from './policy/read-policy.ts';
import type { DecideInput, RecordedRequest, Simulator, SimulatorOptions } from './simulator.ts';
import { findCaller, isExpired } from './state/find-caller.ts';
import { addParentAccessKey, addParentKey } from './state/parent-keys.ts';
import type { Store } from './state/store.ts';
import { allowEverything, createStore } from './state/store.ts';

/**
 * A new organization in memory, with one key that may do everything.
 *
 * @example
 *   const simulator = createSimulator();
 *   const response = await simulator.fetch('https://api-ch-gva-2.exoscale.com/v2/zone');
 *
 * @throws {ExoSimError} `invalid-option` when there is no zone, `invalid-policy` when a policy has
 *   not the form of one.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { now = Date.now, random = randomBytes, zones = officialZones, sleep = wait } = options;
  if (zones.length === 0) {
    throw new ExoSimError('invalid-option', 'zones is empty; name at least one, or leave it out');
  }
  const { organizationPolicy = allowEverything } = options;
  const store = createStore({
    now,
    random,
    pendingPolls: options.pendingPolls ?? 0,
    roleVisibleAfterMs: options.roleVisibleAfterMs ?? 0,
    roleDetachedAfterMs: options.roleDetachedAfterMs ?? 0,
    organizationPolicy: readPolicy(organizationPolicy, 'organizationPolicy'),
  });
  const parentKey = addParentKey(store, options.parentKey);
  const parentAccessKey = addParentAccessKey(store, options.parentAccessKey);
  const requests: RecordedRequest[] = [];
  const faults = createFaultPlan();
  const { onRequest = () => {} } = options;
  const handle = createRequestHandler({ store, zones, requests, faults, sleep, onRequest });
  return {
    fetch: (input, init) => fetchInProcess({ handle, now }, new Request(input, init)),
    parentKey,
    parentAccessKey,
    state: store,
    requests,
    faults,
    decide: (input) => decide(store, { zone: fallbackZone(zones), ...input }),
    handle,
    now,
  };
}

function decide(store: Store, input: DecideInput & { readonly zone: string }): Decision {
  const { at = store.options.now(), parameters = {}, resources = {}, headers = {} } = input;
  const caller = findCaller(store, input.apiKey);
  if (!caller) return { allowed: false, reason: 'No such key' };
  if (isExpired(caller, at)) return { allowed: false, reason: 'Assumed role session has expired' };
  const { operation, serviceClass, zone, sourceIp = '127.0.0.1' } = input;
  const question = { operation, serviceClass, zone, sourceIp, at, parameters, resources, headers };
  return authorize(store, caller, question);
}

async function wait(durationMs: number, signal: AbortSignal): Promise<void> {
  // It only rejects when aborted; fetch then gives the client's own reason, so this does too.
  await delay(durationMs, undefined, { signal }).catch(() => signal.throwIfAborted());
}
