// Starts a broker as its users do, with the simulator behind it and an issuer of ours in front.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { InteropContext } from '../part.ts';
import { createPythonEnvironment } from '../python-environment.ts';
import { startProgram, type RunningProgram } from '../start-program.ts';
import { startSimulator, type RunningSimulator } from '../start-simulator.ts';

export interface RunningBroker {
  readonly url: string;
  /** The audience of its tokens. */
  readonly publicUrl: string;
  readonly issuerUrl: string;
  readonly simulator: RunningSimulator;
  /** A Python with joserfc. */
  readonly python: string;
  /** What the broker wrote so far: its log and its audit trail. */
  readonly output: () => string;
  /** Stops all three, and resolves to the exit code of the broker. */
  stop(): Promise<number | null>;
}

export interface BrokerWish {
  /** Repositories that the one rule takes. */
  readonly repositoryIds: readonly string[];
  /** Default: the Python of the part `seal`. It needs joserfc. */
  readonly python?: string;
}

const publicUrl = 'https://broker.example.com';

export async function startBroker(
  context: InteropContext,
  { repositoryIds, python: given }: BrokerWish,
): Promise<RunningBroker> {
  const python = given ?? (await createJoserfc(context));
  const folder = mkdtempSync(join(tmpdir(), 'exo-interop-broker-'));
  const started: { stop(): Promise<number | null> }[] = [];
  const stop = async (): Promise<number | null> => {
    const codes: (number | null)[] = [];
    for (const each of started.toReversed()) codes.push(await each.stop());
    if (!context.keep) rmSync(folder, { recursive: true });
    return codes[0] ?? null;
  };
  try {
    const simulator = await startSimulator(context);
    started.push(simulator);
    const issuer = await startProgram<{ url: string }>(context, {
      command: python,
      args: [join(import.meta.dirname, 'issuer.py')],
    });
    started.push(issuer);
    writeFileSync(join(folder, 'secret'), simulator.apiSecret, { mode: 0o600 });
    const config = join(folder, 'broker.yml');
    writeFileSync(config, describe(simulator, { folder, issuer, repositoryIds }));
    const broker = await startProgram<{ url: string }>(context, {
      command: process.execPath,
      args: [
        join(context.root, 'packages/exo-broker/dist/cli.js'),
        'serve',
        '--config',
        config,
        '--json',
      ],
    });
    started.push(broker);
    const { output } = broker;
    const { url } = broker.ready;
    return { url, publicUrl, issuerUrl: issuer.ready.url, simulator, python, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createJoserfc(context: InteropContext): Promise<string> {
  const file = join(context.root, 'tools/interop/parts/seal/requirements.txt');
  return createPythonEnvironment(context, { name: 'joserfc', file });
}

function describe(
  { endpoint, apiKey }: RunningSimulator,
  {
    folder,
    issuer,
    repositoryIds,
  }: {
    readonly folder: string;
    readonly issuer: RunningProgram<{ readonly url: string }>;
    readonly repositoryIds: readonly string[];
  },
): string {
  // JSON is YAML.
  return JSON.stringify({
    version: 1,
    listen: '127.0.0.1:0',
    'public-url': publicUrl,
    store: `sqlite:${join(folder, 'leases.db')}`,
    'trusted-proxies': ['127.0.0.1/32'],
    organizations: {
      prod: { endpoint, 'api-key': apiKey, 'api-secret-file': join(folder, 'secret') },
    },
    issuers: { github: { kind: 'github', url: issuer.ready.url } },
    rules: [
      {
        name: 'shop-deploy',
        issuer: 'github',
        organization: 'prod',
        match: { repository_id: repositoryIds, ref: 'refs/heads/main' },
        ceiling: { operations: ['list-instances', 'list-zones', 'reset-instance'] },
        'max-ttl': '1h',
        'max-live': 10_000,
      },
    ],
  });
}
