// A lab in a simulated organization, with a clock that sleeping moves.
import { createSimulator, type Simulator, type SimulatorOptions } from '@x/exo-sim';

import { type Bucket, createLab, type Lab } from '../src/lab.ts';

export interface SimulatedLab {
  readonly lab: Lab;
  readonly simulator: Simulator;
  readonly controller: AbortController;
  /** Names of what is in the organization beside what was there at the start. */
  readonly leftovers: () => readonly string[];
}

const bucket: Bucket = {
  name: 'backups',
  endpoint: 'https://sos-ch-gva-2.exo.io',
  zone: 'ch-gva-2',
};

export interface SimulatedLabOptions {
  readonly simulator?: Omit<SimulatorOptions, 'now' | 'sleep'>;
  readonly withBucket?: boolean;
}

export function createSimulatedLab(options: SimulatedLabOptions = {}): SimulatedLab {
  let clock = Date.UTC(2026, 10, 21);
  const now = (): number => clock;
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    clock += ms;
    return Promise.resolve();
  };
  const simulator = createSimulator({ ...options.simulator, now, sleep });
  const names = (): readonly string[] =>
    [...simulator.state.apiKeys.values(), ...simulator.state.roles.values()].map(
      ({ name }) => name,
    );
  const before = names();
  const controller = new AbortController();
  const lab = createLab({
    credentials: simulator.parentKey,
    prefix: 'exo-live-test',
    endpoint: 'https://api-ch-gva-2.exoscale.com/v2',
    bucket: options.withBucket ? bucket : undefined,
    fetch: (input, init) => {
      // A request takes time; without it a poll for "until refused" would stand still.
      clock += 10;
      const url = new URL(input instanceof Request ? input.url : input);
      return url.origin === bucket.endpoint
        ? Promise.resolve(answerListing(simulator, new Headers(init?.headers)))
        : simulator.fetch(url, init);
    },
    now,
    sleep,
    signal: controller.signal,
  });
  return {
    lab,
    simulator,
    controller,
    leftovers: () => names().filter((name) => !before.includes(name)),
  };
}

/** The simulator serves no object storage, but decides what a key may do there. */
function answerListing(simulator: Simulator, headers: Headers): Response {
  const [, apiKey = ''] = /Credential=([^/]+)/.exec(headers.get('authorization') ?? '') ?? [];
  const parameters = { bucket: bucket.name };
  const question = { apiKey, operation: 'list-objects', serviceClass: 'sos', parameters };
  const { allowed } = simulator.decide(question);
  return new Response(allowed ? '<ListBucketResult/>' : '<Error/>', {
    status: allowed ? 200 : 403,
  });
}
