// A broker as a process of its own, with an issuer on loopback, in front of a scenario's organization.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { startIssuer, type IdTokenVariables, type Issuer } from '@x/local-runner/phase';

import { job } from './phase-environment.ts';

export interface BrokerOptions {
  /** Of the simulator. */
  readonly endpoint: string;
  readonly parentKey: { readonly apiKey: string; readonly apiSecret: string };
}

export interface TestBroker extends AsyncDisposable {
  readonly url: string;
  /** For jobs that the local runner runs. */
  readonly issuer: Issuer;
  /** The variables of a job with `id-token: write`, whose token says this beside what the rule asks for. */
  variables(claims?: Readonly<Record<string, unknown>>): IdTokenVariables;
  /** A token of a job of GitLab. */
  gitlabToken(): Promise<string>;
  /** Everything that it wrote, its audit trail included. */
  output(): string;
  /** Ends the broker and not the issuer. */
  stop(): Promise<void>;
}

const repositoryId = '42';
const cli = fileURLToPath(new URL('../../../packages/exo-broker/dist/cli.js', import.meta.url));

/** Its rules let the repository of the scenario, and a project of GitLab, list zones and instances. */
export async function openBroker({ endpoint, parentKey }: BrokerOptions): Promise<TestBroker> {
  const folder = mkdtempSync(join(tmpdir(), 'broker-'));
  const [issuer, gitlab] = await Promise.all([startIssuer(), startIssuer()]);
  // The address is the audience of tokens, so it has to be known before the broker listens.
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const { apiKey, apiSecret } = parentKey;
  writeFileSync(join(folder, 'secret'), apiSecret, { mode: 0o600 });
  const config = join(folder, 'broker.yml');
  writeFileSync(
    config,
    `version: 1
listen: ${new URL(url).host}
public-url: ${url}
store: sqlite:${join(folder, 'leases.db')}
organizations:
  prod: { endpoint: '${endpoint}', api-key: ${apiKey}, api-secret-file: '${join(folder, 'secret')}' }
issuers:
  github: { kind: github, url: '${issuer.url}' }
  gitlab: { kind: gitlab, url: '${gitlab.url}' }
rules:
  - name: deploy
    issuer: github
    organization: prod
    match: { repository_id: '${repositoryId}', ref: refs/heads/main }
    ceiling: { operations: [list-zones, list-instances] }
    max-ttl: 1h
    max-live: 4
  - name: deploy-gitlab
    issuer: gitlab
    organization: prod
    match: { project_id: '${repositoryId}', ref: main }
    ceiling: { operations: [list-zones, list-instances] }
    max-ttl: 1h
    max-live: 4
`,
  );
  const child = spawn(process.execPath, [cli, 'serve', '--config', config, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => ['']),
  ])) as [string];
  assert(line.startsWith('{'), `The broker did not start: ${text}`);
  const stop = async (): Promise<void> => {
    // Nothing here needs the seconds that a broker takes to stop.
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    issuer,
    variables: (claims = {}) =>
      issuer.register({
        repository: `${job.owner}/${job.repository}`,
        repository_id: repositoryId,
        repository_owner: job.owner,
        repository_owner_id: '7',
        ref: 'refs/heads/main',
        ref_type: 'branch',
        event_name: 'push',
        run_id: job.runId,
        run_attempt: job.runAttempt,
        check_run_id: job.checkRunId,
        ...claims,
      }),
    gitlabToken: () => requestToken(gitlab.register(gitlabClaims), url),
    output: () => text,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await Promise.all([issuer, gitlab].map((each) => each[Symbol.asyncDispose]()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const gitlabClaims = {
  sub: 'project_path:octo/site:ref_type:branch:ref:main',
  project_id: repositoryId,
  project_path: 'octo/site',
  namespace_id: '7',
  namespace_path: 'octo',
  ref: 'main',
  ref_type: 'branch',
  ref_protected: 'true',
  pipeline_source: 'push',
  pipeline_id: '500',
  job_id: '600',
};

async function requestToken(variables: IdTokenVariables, audience: string): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: from, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = variables;
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${from}&audience=${encodeURIComponent(audience)}`, { headers });
  const { value } = (await response.json()) as { readonly value: string };
  return value;
}
