// A simulated organization on a port, and a home folder for each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createSimulator, listen, type Simulator, type SimulatorOptions } from '@x/exo-sim';

export interface Organization {
  readonly simulator: Simulator;
  readonly endpoint: string;
  readonly home: string;
  /** The environment of a command that has the parent key. */
  readonly env: Readonly<Record<string, string>>;
  /** Names of keys and roles that a lease has left. */
  leftovers(): string[];
  close(): Promise<void>;
}

export async function openOrganization(options: SimulatorOptions = {}): Promise<Organization> {
  const simulator = createSimulator(options);
  const listener = await listen(simulator);
  const home = mkdtempSync(join(tmpdir(), 'exo-lease-'));
  const { apiKey, apiSecret } = simulator.parentKey;
  const { endpoint } = listener;
  return {
    simulator,
    endpoint,
    home,
    env: {
      ...bareEnvironment(home),
      EXOSCALE_API_KEY: apiKey,
      EXOSCALE_API_SECRET: apiSecret,
      EXOSCALE_API_ENDPOINT: endpoint,
    },
    leftovers: () => {
      const things = [...simulator.state.apiKeys.values(), ...simulator.state.roles.values()];
      return things.map(({ name }) => name).filter((name) => /^[\w-]+\.\d+\./.test(name));
    },
    close: async () => {
      await listener.close();
      rmSync(home, { recursive: true });
    },
  };
}

/** Without a key, and without what the machine that runs the tests has set. */
export function bareEnvironment(home: string): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: home, USER: 'tester', TERM: 'xterm' };
}
