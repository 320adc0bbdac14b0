// Starts a broker as a process and waits until it is ready.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface BrokerProcess {
  readonly url: string;
  readonly metricsUrl: string;
  readonly child: ChildProcess;
  /** What it has written so far, both streams. */
  readonly output: () => string;
  readonly exit: () => Promise<number | string>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | string>;
}

export interface ProcessOptions {
  readonly args?: readonly string[];
  /** Options of the broker as JSON. */
  readonly broker?: object;
  /** No file can grow beyond that, as on a disk that is full. */
  readonly maxFileKiB?: number;
  /** Variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function startBrokerProcess(
  configFile: string,
  { args = [], broker = {}, maxFileKiB, env }: ProcessOptions = {},
): Promise<BrokerProcess> {
  const started = spawnBroker(['serve', '--config', configFile, '--json', ...args], {
    broker,
    maxFileKiB,
    env,
  });
  const line = await Promise.race([started.firstLine, started.exited.then(() => undefined)]);
  if (line === undefined) throw new Error(`the broker did not start: ${started.output()}`);
  const ready = JSON.parse(line) as { url: string; 'metrics-url': string };
  const { child, output, exited } = started;
  return {
    url: ready.url,
    metricsUrl: ready['metrics-url'],
    child,
    output,
    exit: () => exited,
    kill: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Runs a command of the broker to its end. */
export async function runBroker(
  args: readonly string[],
  { env }: Pick<ProcessOptions, 'env'> = {},
): Promise<{ readonly exitCode: number | string; readonly output: string }> {
  const { exited, output } = spawnBroker(args, { broker: {}, env });
  return { exitCode: await exited, output: output() };
}

interface Spawned {
  readonly child: ChildProcess;
  readonly firstLine: Promise<string>;
  readonly exited: Promise<number | string>;
  readonly output: () => string;
}

interface SpawnOptions {
  readonly broker: object;
  readonly maxFileKiB?: number | undefined;
  readonly env?: ProcessOptions['env'] | undefined;
}

function spawnBroker(args: readonly string[], { broker, maxFileKiB, env }: SpawnOptions): Spawned {
  const command = [process.execPath, join(import.meta.dirname, 'broker-child.ts'), ...args];
  // In the shell of POSIX, the unit is 512 bytes.
  const limit = maxFileKiB === undefined ? 'unlimited' : maxFileKiB * 2;
  const child = spawn('/bin/sh', ['-c', `ulimit -f ${limit}; exec "$@"`, 'sh', ...command], {
    env: { ...process.env, ...env, BROKER_OPTIONS: JSON.stringify(broker), NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const lines = createInterface(child.stdout);
  const firstLine = new Promise<string>((resolve) => lines.once('line', resolve));
  lines.on('line', (line) => (text += `${line}\n`));
  const exited = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return { child, firstLine, exited, output: () => text };
}
