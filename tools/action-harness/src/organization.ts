// The simulated organization of a scenario: served on a socket, watched, and able to strike the
// step that calls it in the middle of a request.
import assert from 'node:assert/strict';
import { once } from 'node:events';

import { createSimulator, listen } from '@x/exo-sim';
import type { Answer, Listener, ReceivedRequest, Simulator, SimulatorOptions } from '@x/exo-sim';

/** A signal that reaches the step while it waits for the answer to a request. */
export interface Interruption {
  readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL';
  /** The operation that the step waits for. */
  readonly during: string;
  /** Whether the request still takes effect. Its answer never arrives. */
  readonly takesEffect: boolean;
  /** True where a broker sends the request for the step: it gets its answer (default: false). */
  readonly byBroker?: boolean;
}

export interface Organization {
  readonly simulator: Simulator;
  readonly listener: Listener;
  /** What was handed out or sent so far, gone or not, in order. */
  readonly seen: {
    readonly keys: Set<string>;
    readonly secrets: Set<string>;
    readonly roleIds: Set<string>;
    readonly signatures: Set<string>;
  };
  /** Called when a request has been served, before its answer is sent. */
  onServed: () => void;
  /** Arms an interruption; `strike` sends the signal. */
  interrupt(interruption: Interruption, strike: (signal: NodeJS.Signals) => void): void;
  /** Names of the keys and roles that were not there in the beginning. */
  readonly leftovers: () => string[];
}

export async function openOrganization(options: SimulatorOptions): Promise<Organization> {
  const simulator = createSimulator(options);
  const { state, requests, faults } = simulator;
  const initial = new Set([...state.apiKeys.keys(), ...state.roles.keys()]);
  const seen: Organization['seen'] = {
    keys: new Set(),
    secrets: new Set(),
    roleIds: new Set(),
    signatures: new Set(),
  };
  let armed:
    | { readonly during: string; readonly byBroker: boolean; readonly strike: () => void }
    | undefined;

  async function handle(request: ReceivedRequest): Promise<Answer | undefined> {
    const answering = simulator.handle(request);
    // The record is made on arrival, so it is the last one now.
    const operation = requests.at(-1)?.operation;
    const answer = await answering;
    note(request, answer);
    organization.onServed();
    if (!armed || operation !== armed.during) return answer;
    const { strike, byBroker } = armed;
    armed = undefined;
    if (byBroker) {
      strike();
      return answer;
    }
    const gone = once(request.signal, 'abort');
    strike();
    await gone;
    return undefined;
  }

  function note(request: ReceivedRequest, answer: Answer | undefined): void {
    const [, signature] = /signature=([^,]+)/.exec(request.headers['authorization'] ?? '') ?? [];
    if (signature) seen.signatures.add(signature);
    for (const id of state.roles.keys()) if (!initial.has(id)) seen.roleIds.add(id);
    for (const key of state.apiKeys.values()) if (!initial.has(key.key)) notePair(key);
    // A scripted answer may hand out a key that the simulator never made.
    const body = answer?.body as { readonly key?: unknown; readonly secret?: unknown } | undefined;
    if (typeof body?.key === 'string' && typeof body.secret === 'string') {
      notePair({ key: body.key, secret: body.secret });
    }
  }

  function notePair(pair: { readonly key: string; readonly secret: string }): void {
    seen.keys.add(pair.key);
    seen.secrets.add(pair.secret);
  }

  const organization: Organization = {
    simulator,
    listener: await listen({ ...simulator, handle }),
    seen,
    onServed: () => {},
    interrupt({ signal, during, takesEffect, byBroker = false }, strike) {
      assert.equal(armed, undefined, 'Only one interruption at a time');
      // The fault only keeps the request from taking effect: the connection stays open.
      if (!takesEffect) faults.add({ operation: during, dropConnection: 'before' });
      armed = { during, byBroker, strike: () => strike(signal) };
    },
    leftovers: () => [
      ...[...state.apiKeys.values()]
        .filter(({ key }) => !initial.has(key))
        .map(({ name }) => `key ${name}`),
      ...[...state.roles.values()]
        .filter(({ id }) => !initial.has(id))
        .map(({ name }) => `role ${name}`),
    ],
  };
  return organization;
}
