// The examples that need nothing but Node run here as on GitHub's runner, with the committed bundles,
// against the simulator: they do what they say, and leave nothing behind.
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

import { createClient, createIamRole } from '@x/exo-iam';
import { createSimulator, listen, type RecordedRequest, type Simulator } from '@x/exo-sim';
import { describe, expect, it } from 'vitest';

import { type JobResult, runJob, type RunJobOptions } from '../../local-runner/src/index.ts';
import { glob, read, root } from '../src/repository.ts';

interface Outcome {
  readonly result: JobResult;
  readonly simulator: Simulator;
  readonly endpoint: string;
  /** What the minted keys asked for, `list-instances 200`, in order. */
  readonly used: readonly string[];
}

type Options = Partial<RunJobOptions> & {
  readonly secretNames?: readonly [string, string];
  readonly prepare?: (simulator: Simulator) => Promise<void>;
};

const usual = ['EXOSCALE_API_KEY', 'EXOSCALE_API_SECRET'] as const;

async function play(file: string, options: Options = {}): Promise<Outcome> {
  const { secretNames: [keyName, secretName] = usual, prepare, ...rest } = options;
  const simulator = createSimulator();
  await prepare?.(simulator);
  const { apiKey, apiSecret } = simulator.parentKey;
  const listener = await listen(simulator);
  try {
    const result = await runJob({
      workflowFile: resolve(root, 'examples', file),
      workspace: root,
      localActions: { 'x/exo-lease': root },
      skippedActions: ['actions/checkout'],
      checkRunId: '55512345678',
      write: () => undefined,
      ...rest,
      // Nobody listens there: GitHub is not asked about anything.
      github: { api_url: 'http://127.0.0.1:9', token: 'not-a-real-token', ...rest.github },
      secrets: { [keyName]: apiKey, [secretName]: apiSecret },
      vars: { EXOSCALE_API_ENDPOINT: listener.endpoint, ...rest.vars },
    });
    const used = simulator.requests.filter((request) => request.apiKey !== apiKey).map(describeUse);
    return { result, simulator, endpoint: listener.endpoint, used };
  } finally {
    await listener.close();
  }
}

function describeUse({ operation, status }: RecordedRequest): string {
  return `${operation} ${status}`;
}

function operationsOf({ requests }: Simulator, operation: string): number {
  return requests.filter((request) => request.operation === operation).length;
}

function expectNothingLeft({ simulator, result }: Outcome): void {
  const { apiKey, apiSecret } = simulator.parentKey;
  expect([...simulator.state.apiKeys.keys()]).toEqual([apiKey]);
  const roles = [...simulator.state.roles.values()].map(({ name }) => name);
  expect(roles.filter((name) => name.startsWith('exo-lease.'))).toEqual([]);
  expect(result.log).not.toContain(apiSecret);
}

describe('examples', () => {
  it('deploy.yml uses its two operations and is refused a third', async () => {
    const outcome = await play('deploy.yml');
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.used).toEqual(['list-zones 200', 'list-instances 200', 'create-instance 403']);
    expectNothingLeft(outcome);
  });

  it('matrix.yml mints a key for each leg', async () => {
    const outcome = await play('matrix.yml');
    expect(outcome.result.conclusion).toBe('success');
    const leg = ['list-instances 200', 'list-block-storage-volumes 200'];
    expect(outcome.used).toEqual([...leg, ...leg]);
    expect(operationsOf(outcome.simulator, 'create-api-key')).toBe(2);
    expectNothingLeft(outcome);
  });

  it('several-keys.yml keeps the reader from writing', async () => {
    const outcome = await play('several-keys.yml');
    expect(outcome.result.conclusion).toBe('success');
    const expected = ['list-dns-domains 200', 'create-dns-domain 403', 'create-dns-domain 200'];
    expect(outcome.used).toEqual(expected);
    const users = outcome.simulator.requests.filter(({ operation }) => /dns/.test(operation ?? ''));
    expect(new Set(users.map(({ apiKey }) => apiKey)).size).toBe(2);
    expectNothingLeft(outcome);
  });

  it('composite.yml gives its caller a result and no key', async () => {
    const outcome = await play('composite.yml');
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.used).toEqual(['list-instances 200']);
    expect(outcome.result.outputs).toEqual({ instances: '{"instances":[]}' });
    expectNothingLeft(outcome);
  });

  it('reusable-deploy.yml works with the secrets and inputs it declares', async () => {
    const outcome = await play('reusable-deploy.yml', {
      secretNames: ['api-key', 'api-secret'],
      inputs: { operations: 'list-instances', path: '/instance' },
    });
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.used).toEqual(['list-instances 200']);
    expectNothingLeft(outcome);
  });

  it('dry-run.yml explains the policy and makes nothing', async () => {
    const outcome = await play('dry-run.yml', { github: ofPullRequest('x/exo-lease') });
    expect(outcome.result.conclusion).toBe('success');
    const { outputs } = outcome.result.steps.find(({ id }) => id === 'scope') ?? {};
    expect(JSON.parse(outputs?.['policy'] ?? '')).toMatchObject({
      'default-service-strategy': 'deny',
    });
    const writing = outcome.simulator.requests.filter(({ method }) => method !== 'GET');
    expect(writing).toEqual([]);
    expectNothingLeft(outcome);
  });

  it('dry-run.yml is skipped for a fork', async () => {
    const { result, simulator } = await play('dry-run.yml', { github: ofPullRequest('fork/it') });
    expect(result.conclusion).toBe('skipped');
    expect(simulator.requests).toEqual([]);
  });

  it.each(['sweep-schedule.yml', 'sweep-after-run.yml'])(
    '%s revokes a lease past its deadline, and nothing of others',
    async (file) => {
      const outcome = await play(file, { prepare: addRoles, inputs: { 'dry-run': 'false' } });
      expect(outcome.result.conclusion).toBe('success');
      expect(rolesOf(outcome)).toEqual(['theirs']);
    },
  );

  it('sweep-schedule.yml only looks when it is run by hand as it stands', async () => {
    const outcome = await play('sweep-schedule.yml', { prepare: addRoles });
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.result.steps[0]?.outputs).toMatchObject({ due: '1', revoked: '0' });
    expect(rolesOf(outcome)).toEqual([orphan, 'theirs']);
  });
});

const orphan = 'exo-lease.1700000000.1.1.2.abc.x.exo-lease';

/** The role of a lease whose deadline passed in 2023, and one that is somebody else's. */
async function addRoles(simulator: Simulator): Promise<void> {
  const client = createClient({ credentials: simulator.parentKey, fetch: simulator.fetch });
  const policy = { 'default-service-strategy': 'deny', services: {} } as const;
  for (const name of [orphan, 'theirs']) await createIamRole(client, { name, policy });
}

function rolesOf({ simulator }: Outcome): readonly string[] {
  const names = [...simulator.state.roles.values()].map(({ name }) => name);
  return names.filter((name) => [orphan, 'theirs'].includes(name));
}

function ofPullRequest(from: string): NonNullable<RunJobOptions['github']> {
  const pullRequest = { head: { repo: { full_name: from } } };
  return { repository: 'x/exo-lease', event: { pull_request: pullRequest } };
}

describe('proxy.yml', () => {
  // Node tunnels plain http as well, to the host that http_proxy is for; loopback is no exception.
  it('sends every request through the proxy', async () => {
    const proxy = await startProxy();
    const outcome = await play('proxy.yml', { env: { http_proxy: proxy.url } });
    await proxy.close();
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.used).toEqual(['list-instances 200']);
    // Mint, list and revoke are a program each, with at least a connection each.
    expect(proxy.tunnels.length).toBeGreaterThanOrEqual(3);
    expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(outcome.endpoint).host]));
    expectNothingLeft(outcome);
  });

  it('goes past the proxy to hosts that no_proxy names', async () => {
    const proxy = await startProxy();
    const outcome = await play('proxy.yml', {
      env: { http_proxy: proxy.url },
      vars: { NO_PROXY: 'example.org,127.0.0.1' },
    });
    await proxy.close();
    expect(outcome.result.conclusion).toBe('success');
    expect(proxy.tunnels).toEqual([]);
    expectNothingLeft(outcome);
  });

  it('fails where the proxy refuses, and makes nothing', async () => {
    const proxy = await startProxy({ refuse: true });
    const outcome = await play('proxy.yml', { env: { http_proxy: proxy.url } });
    await proxy.close();
    expect(outcome.result.conclusion).toBe('failure');
    expect(outcome.simulator.requests).toEqual([]);
  });
});

interface Proxy {
  readonly url: string;
  /** Host and port of every CONNECT. */
  readonly tunnels: readonly string[];
  readonly close: () => Promise<void>;
}

/** A forward proxy that knows CONNECT alone, on this machine. */
async function startProxy({ refuse = false } = {}): Promise<Proxy> {
  const tunnels: string[] = [];
  const server: Server = createServer((_, response) => response.writeHead(501).end());
  server.on('connect', ({ url = '' }, client) => {
    tunnels.push(url);
    if (refuse) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(`http://${url}`);
    const upstream = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    tunnels,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

describe('examples/README.md', () => {
  it('has a row for every example', () => {
    const readme = read('examples/README.md');
    const files = glob('examples/**/*.{yml,mjs}').map((path) => path.slice('examples/'.length));
    expect(files.filter((file) => !readme.includes(`(${file})`))).toEqual([]);
  });
});
