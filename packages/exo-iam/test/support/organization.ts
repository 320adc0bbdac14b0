// An organization in the simulator, a client for its parent key, and a clock that sleeping moves.
import { createSimulator, type Simulator, type SimulatorOptions } from '@x/exo-sim';

import { createClient, type Client, type ClientOptions } from '../../src/client/create-client.ts';
import type { Exchange } from '../../src/client/transport.ts';

export interface Organization {
  readonly simulator: Simulator;
  readonly client: Client;
  readonly exchanges: readonly Exchange[];
  /** Everything that was waited for, in milliseconds. */
  readonly sleeps: readonly number[];
  /** A client for another key. */
  readonly clientOf: (credentials: { apiKey: string; apiSecret: string }) => Client;
  readonly advance: (ms: number) => void;
}

export function createOrganization(
  options: SimulatorOptions = {},
  clientOptions: Partial<Omit<ClientOptions, 'credentials' | 'signer'>> = {},
): Organization {
  let time = Date.UTC(2026, 10, 21);
  const now = (): number => time;
  const simulator = createSimulator({ now, ...options });
  const exchanges: Exchange[] = [];
  const sleeps: number[] = [];
  const clientOf: Organization['clientOf'] = (credentials) =>
    createClient({
      credentials,
      fetch: simulator.fetch,
      now,
      elapsed: now,
      random: () => 0.5,
      sleep: async (ms, signal) => {
        signal?.throwIfAborted();
        sleeps.push(ms);
        time += ms;
      },
      onExchange: (exchange) => exchanges.push(exchange),
      ...clientOptions,
    });
  return {
    simulator,
    client: clientOf(simulator.parentKey),
    exchanges,
    sleeps,
    clientOf,
    advance: (ms) => {
      time += ms;
    },
  };
}

/** What the simulator was asked, by operation. */
export function operationsOf({ simulator }: Organization): (string | undefined)[] {
  return simulator.requests.map(({ operation }) => operation);
}
