// The command: starts a simulator, says where it is, and stops when told to.
import { createSimulator } from '../create-simulator.ts';
import { ExoSimError } from '../exo-sim-error.ts';
import type { Listener } from '../listen.ts';
import { listen } from '../listen.ts';
import type { IamPolicy } from '../policy/iam-policy.ts';
import type { Simulator } from '../simulator.ts';
import { newKeyPair } from '../state/identifiers.ts';
import { describeRequest } from './describe-request.ts';
import type { CliArguments } from './parse-arguments.ts';
import { parseArguments, usage } from './parse-arguments.ts';

/** What the command touches of the process it runs in. */
export interface CliEnvironment {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly readFile: (path: string) => string;
  readonly random: (length: number) => Uint8Array;
  /** Aborted when it is time to stop. */
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
    await serveUntilStopped(parsed, environment);
    return 0;
  } catch (error) {
    environment.writeError(`exo-sim: ${(error as Error).message}\n`);
    return error instanceof ExoSimError ? 2 : 1;
  }
}

async function serveUntilStopped(parsed: CliArguments, environment: CliEnvironment): Promise<void> {
  const { host, port, zones, policyFile, json, log } = parsed;
  const { key: apiKey, secret: apiSecret } = newKeyPair(environment.random);
  const simulator = createSimulator({
    random: environment.random,
    onRequest: (request) => {
      if (log) environment.writeError(`${describeRequest(request)}\n`);
    },
    ...(zones.length > 0 && { zones }),
    ...(policyFile !== undefined && {
      parentKey: { apiKey, apiSecret, policy: readPolicyFile(policyFile, environment) },
    }),
  });
  const listener = await listen(simulator, { host, port });
  environment.write(announce(simulator, listener, json));
  await stopped(environment.signal);
  await listener.close();
}

function readPolicyFile(path: string, { readFile }: CliEnvironment): IamPolicy {
  const text = readFile(path);
  try {
    return JSON.parse(text) as IamPolicy;
  } catch (error) {
    const message = `${path} is no JSON; expected an IAM policy`;
    throw new ExoSimError('invalid-policy', message, { cause: error });
  }
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
