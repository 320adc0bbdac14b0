// The examples without a stored secret, against a real broker and an issuer of ours.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { openBroker, type TestBroker } from '@x/action-harness';
import { createSimulator, listen, type Simulator } from '@x/exo-sim';
import { type JobResult, runJob, type RunJobOptions } from '@x/local-runner';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { root } from '../src/repository.ts';

interface World {
  readonly simulator: Simulator;
  readonly endpoint: string;
  readonly broker: TestBroker;
}

async function withBroker(play: (world: World) => Promise<void>): Promise<void> {
  const simulator = createSimulator();
  const listener = await listen(simulator);
  const { endpoint } = listener;
  try {
    await using broker = await openBroker({ endpoint, parentKey: simulator.parentKey });
    await play({ simulator, endpoint, broker });
  } finally {
    await listener.close();
  }
}

function deploy(
  { broker, endpoint }: World,
  options: Partial<RunJobOptions> = {},
): Promise<JobResult> {
  return runJob({
    workflowFile: resolve(root, 'examples/broker.yml'),
    workspace: root,
    localActions: { 'x/exo-lease': root },
    skippedActions: ['actions/checkout'],
    checkRunId: '55512345678',
    issuer: broker.issuer,
    vars: { EXO_BROKER: broker.url, EXOSCALE_API_ENDPOINT: endpoint },
    write: () => undefined,
    ...options,
    github: { repository_id: '42', event_name: 'push', ...options.github },
  });
}

function usesOf({ parentKey, requests }: Simulator): readonly string[] {
  return requests
    .filter(({ apiKey }) => apiKey !== parentKey.apiKey)
    .map(({ operation, status }) => `${operation} ${status}`);
}

function keysOf({ state }: Simulator): number {
  return state.apiKeys.size;
}

describe('broker.yml', () => {
  it('deploys without any secret, and leaves no key', () =>
    withBroker(async (world) => {
      const result = await deploy(world);
      expect(result.conclusion).toBe('success');
      expect(usesOf(world.simulator)).toEqual(['list-instances 200', 'create-instance 403']);
      expect(keysOf(world.simulator)).toBe(1);
      expect(result.log).not.toContain(world.simulator.parentKey.apiSecret);
    }));

  it.each<[string, Partial<RunJobOptions>]>([
    ['of a foreign repository', { github: { repository_id: '666' } }],
    ['of a pull request', { github: { event_name: 'pull_request' } }],
    ['of another branch', { github: { ref: 'refs/heads/feature' } }],
  ])('gets nothing in a job %s', (_, options) =>
    withBroker(async (world) => {
      const result = await deploy(world, options);
      expect(result.conclusion).toBe('failure');
      expect(result.annotations.map(({ message }) => message).join()).toContain('no-rule');
      expect(usesOf(world.simulator)).toEqual([]);
      expect(keysOf(world.simulator)).toBe(1);
    }),
  );
});

describe('broker-gitlab.yml', () => {
  it('deploys with a key that ends with the command', () =>
    withBroker(async ({ broker, simulator }) => {
      const home = mkdtempSync(join(tmpdir(), 'broker-gitlab-'));
      const bin = join(home, 'bin');
      const program = (file: string, script: string): void => {
        writeFileSync(file, `#!/bin/sh\n${script}\n`);
        chmodSync(file, 0o755);
      };
      mkdirSync(bin);
      const cli = resolve(root, 'packages/exo-lease/dist/cli.js');
      program(join(bin, 'exo-lease'), `exec '${process.execPath}' '${cli}' "$@"`);
      program(join(home, 'deploy.sh'), 'echo "deployed with $EXOSCALE_API_KEY"');
      const pipeline = parse(
        readFileSync(resolve(root, 'examples/broker-gitlab.yml'), 'utf8'),
      ) as Readonly<Record<'deploy', { readonly script: readonly string[] }>>;
      const child = spawn('sh', ['-ec', pipeline.deploy.script.join('\n')], {
        cwd: home,
        env: {
          PATH: `${bin}:${process.env['PATH']}`,
          HOME: home,
          EXO_BROKER: broker.url,
          EXO_LEASE_ID_TOKEN: await broker.gitlabToken(),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      expect(code).toBe(0);
      expect(said).toMatch(/deployed with EXO[0-9a-f]{24}/);
      expect(keysOf(simulator)).toBe(1);
      rmSync(home, { recursive: true });
    }));
});
