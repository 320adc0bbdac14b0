// The command: starts a simulator, prints its address, and stops on request.
import { createSimulator } from '../create-simulator.ts';
import { ExoSimError } from '../exo-sim-error.ts';
import { readFaults } from '../http/read-faults.ts';
import type { RecordedRequest } from '../http/recorded-request.ts';
import { listen, type Listener } from '../listen.ts';
import type { IamPolicy } from '../policy/iam-policy.ts';
import type { Simulator, SimulatorOptions } from '../simulator.ts';
import { newKeyPair } from '../state/identifiers.ts';
import { describeRequest } from './describe-request.ts';
import { parseArguments, usage, type CliArguments } from './parse-arguments.ts';
import { readJsonFile } from './read-json-file.ts';
import { readStateFile, writeStateFile, type FileSystem } from './state-file.ts';

/** The parts of the process that the command uses. */
export interface CliEnvironment extends FileSystem {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Of the package. */
  readonly version: string;
  readonly random: (length: number) => Uint8Array;
  /** Aborted when the command has to stop. */
  readonly signal: AbortSignal;
}

/** @returns The exit status: 0, or 1 where it could not start, or 2 where it was called wrongly. */
export async function run(args: readonly string[], environment: CliEnvironment): Promise<number> {
  try {
    const parsed = parseArguments(args);
    if (parsed.help) {
      environment.write(usage);
      return 0;
    }
    if (parsed.version) {
      environment.write(`${environment.version}\n`);
      return 0;
    }
    await serveUntilStopped(parsed, environment);
    return 0;
  } catch (error) {
    environment.writeError(`exo-sim: ${(error as Error).message}\n`);
    return error instanceof ExoSimError ? 2 : 1;
  }
}

async function serveUntilStopped(parsed: CliArguments, environment: CliEnvironment): Promise<void> {
  const { host, port, zones, stateFile, faultsFile, json } = parsed;
  const simulator = createSimulator({
    random: environment.random,
    // They cannot be read here, and would use too much memory in a long run.
    requestsKept: 0,
    onRequest: (request) => settle(request),
    onNote: (message) => {
      if (parsed.log) environment.writeError(`exo-sim: ${message}\n`);
    },
    allowEmptyPolicy: parsed.allowEmptyPolicy,
    withoutBindings: parsed.withoutBindings,
    ...(zones.length > 0 && { zones }),
    ...readBeginning(parsed, environment),
  });
  let savedRevision: number | undefined;
  const save = (): void => {
    const { revision } = simulator.state;
    if (stateFile === undefined || revision === savedRevision) return;
    writeStateFile(stateFile, simulator.save(), environment);
    savedRevision = revision;
  };
  const settle = (request: RecordedRequest): void => {
    if (parsed.log) environment.writeError(`${describeRequest(request)}\n`);
    // Before the answer is sent, so that a confirmed change is not lost. If saving fails, the request has still
    // taken effect, so it is not refused now.
    try {
      save();
    } catch (error) {
      environment.writeError(`exo-sim: not saved: ${(error as Error).message}\n`);
    }
  };
  if (faultsFile !== undefined) {
    const file = {
      path: faultsFile,
      content: 'a list of faults',
      code: 'ERR_INVALID_FAULTS',
    } as const;
    const faults = readFaults(readJsonFile(file, environment.readFile), faultsFile);
    faults.forEach(simulator.faults.add);
  }
  const listener = await listen(simulator, { host, port });
  try {
    save();
    environment.write(announce(simulator, listener, json));
    await stopped(environment.signal);
  } finally {
    await listener.close();
  }
}

function readBeginning(
  { policyFile, stateFile }: CliArguments,
  environment: CliEnvironment,
): Pick<SimulatorOptions, 'savedState' | 'parentKey'> {
  const savedState = stateFile === undefined ? undefined : readStateFile(stateFile, environment);
  if (policyFile === undefined) return savedState === undefined ? {} : { savedState };
  if (savedState !== undefined) {
    throw new ExoSimError(
      'ERR_INVALID_OPTION',
      `${stateFile} has its key and that key's policy already; leave --policy out, or name a new file`,
    );
  }
  const file = { path: policyFile, content: 'an IAM policy', code: 'ERR_INVALID_POLICY' } as const;
  const policy = readJsonFile(file, environment.readFile) as IamPolicy;
  const { key: apiKey, secret: apiSecret } = newKeyPair(environment.random);
  return { parentKey: { apiKey, apiSecret, policy } };
}

function announce(simulator: Simulator, listener: Listener, json: boolean): string {
  const { endpoint } = listener;
  const { parentKey, parentAccessKey } = simulator;
  if (json) return `${JSON.stringify({ endpoint, ...parentKey, parentAccessKey })}\n`;
  return [
    `export EXOSCALE_API_ENDPOINT=${endpoint}`,
    `export EXOSCALE_API_KEY=${parentKey.apiKey}`,
    `export EXOSCALE_API_SECRET=${parentKey.apiSecret}`,
    '# exo-sim is ready; Ctrl+C ends it\n',
  ].join('\n');
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
