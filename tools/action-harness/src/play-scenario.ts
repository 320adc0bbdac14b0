// Plays a scenario: phases of a bundled action in one job, with the simulator in the place of the API.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Simulator, SimulatorOptions } from '@x/exo-sim';
import { interpolate, readAction } from '@x/local-runner/phase';

import { checkSecrets } from './check-secrets.ts';
import type { BrokenFile } from './command-files.ts';
import { openOrganization, type Interruption } from './organization.ts';
import { job as facts } from './phase-environment.ts';
import { placeholders } from './placeholders.ts';
import { runPhase, type PhaseRun } from './run-phase.ts';
import { tellStory } from './transcript.ts';

export type Phase = 'main' | 'post';

/** One phase, where it differs from the plain way. */
export interface PhaseOptions {
  /** Tells the steps of a job apart (default: `key`). */
  readonly step?: string;
  /** Besides the parent key, the simulator's endpoint, two operations and the defaults of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the job runs with RUNNER_DEBUG (default: false). */
  readonly debug?: boolean;
  readonly interrupt?: Interruption;
  /** The command file that cannot be written. */
  readonly brokenFile?: BrokenFile;
}

export interface Job {
  readonly simulator: Simulator;
  /** Where the simulator listens. */
  readonly endpoint: string;
  main(options?: PhaseOptions): Promise<PhaseRun>;
  /** Gets the state that `main` of the same step left, if it ran. */
  post(options?: PhaseOptions): Promise<PhaseRun>;
  /** Names of the keys and roles that were not there in the beginning. */
  leftovers(): string[];
  /** Everything so far, with placeholders for what varies. */
  transcript(): string;
}

export interface ScenarioOptions {
  readonly simulator?: SimulatorOptions;
  /** What the defaults of action.yml refer to, where it differs: `{ matrix: { os: 'linux' } }`. */
  readonly contexts?: Readonly<Record<string, unknown>>;
}

const githubToken = 'ghs_TheTokenOfTheJob';

// Of a job on github.com without a matrix.
const contexts = {
  job: { check_run_id: facts.checkRunId },
  matrix: null,
  github: { token: githubToken },
};

/**
 * Plays a scenario. After each phase it checks that no secret showed.
 *
 * @param action The action's folder, with a slash at its end.
 */
export async function playScenario(
  action: URL,
  play: (job: Job) => Promise<void>,
  options: ScenarioOptions = {},
): Promise<void> {
  const { entryOf, defaults } = await readEntries(action, { ...contexts, ...options.contexts });
  const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  const organization = await openOrganization(options.simulator ?? {});
  const { simulator, listener, seen, leftovers } = organization;
  const { apiKey, apiSecret } = simulator.parentKey;
  const usual = {
    ...defaults,
    'api-key': apiKey,
    'api-secret': apiSecret,
    endpoint: listener.endpoint,
    operations: 'list-zones\nlist-instances',
  };
  const runs: PhaseRun[] = [];
  const given = new Set([apiSecret, githubToken]);

  async function run(phase: Phase, phaseOptions: PhaseOptions = {}): Promise<PhaseRun> {
    const { step = 'key', debug = false, interrupt, brokenFile } = phaseOptions;
    const inputs = { ...usual, ...phaseOptions.inputs };
    const env = { ...Object.assign({}, ...runs.map((each) => each.env)), ...phaseOptions.env };
    for (const secret of [inputs['api-secret'], phaseOptions.env?.['EXOSCALE_API_SECRET']]) {
      if (secret) given.add(secret.trim());
    }
    const main = runs.findLast((each) => each.phase === 'main' && each.step === step);
    const state = phase === 'post' ? (main?.state ?? {}) : {};
    const result = await runPhase(
      {
        phase,
        step,
        entry: entryOf(phase),
        folder: join(folder, String(runs.length)),
        env: env as Record<string, string>,
        inputs,
        state,
        debug,
        interrupt,
        brokenFile,
      },
      organization,
    );
    runs.push(result);
    // A variable that held the secret of an earlier step is given back to it, so the state has that one.
    const held = new Set<unknown>(Object.values(env));
    const minted = [...seen.secrets].filter((secret) => !held.has(secret));
    checkSecrets(result, { given: [...given], minted, signatures: [...seen.signatures] });
    return result;
  }

  const transcript = (): string =>
    placeholders(tellStory(runs, leftovers()), [
      { word: 'parent secret', values: [apiSecret] },
      { word: 'minted secret', values: [...seen.secrets] },
      { word: 'job token', values: [githubToken] },
      { word: 'other secret', values: [...given].slice(2) },
      { word: 'parent key', values: [apiKey] },
      { word: 'minted key', values: [...seen.keys] },
      { word: 'role id', values: [...seen.roleIds] },
      { word: 'temp', values: [folder] },
    ]);

  try {
    await play({
      simulator,
      endpoint: listener.endpoint,
      main: (phaseOptions) => run('main', phaseOptions),
      post: (phaseOptions) => run('post', phaseOptions),
      leftovers,
      transcript,
    });
  } finally {
    await listener.close();
    await rm(folder, { recursive: true });
  }
}

async function readEntries(
  folder: URL,
  known: Readonly<Record<string, unknown>>,
): Promise<{ entryOf: (phase: Phase) => string; defaults: Record<string, string> }> {
  const action = await readAction(fileURLToPath(folder));
  assert(action.using === 'node', 'Expected a JavaScript action');
  const defaults = action.inputs.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, interpolate(value, { contexts: known })] as const],
  );
  return {
    entryOf(phase) {
      const entry = action[phase];
      assert(entry !== undefined, `The action has no ${phase}`);
      return join(action.directory, entry);
    },
    defaults: Object.fromEntries(defaults),
  };
}
