// A broker as a process of its own, with an issuer on loopback, in front of a scenario's organization.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { startIssuer, type IdTokenVariables } from '@x/local-runner/phase';

import { job } from './phase-environment.ts';

export interface BrokerOptions {
  /** Of the simulator. */
  readonly endpoint: string;
  readonly parentKey: { readonly apiKey: string; readonly apiSecret: string };
}

export interface TestBroker extends AsyncDisposable {
  readonly url: string;
  /** The variables of a job with `id-token: write`, whose token says this beside what the rule asks for. */
  variables(claims?: Readonly<Record<string, unknown>>): IdTokenVariables;
  /** Everything that it wrote, its audit trail included. */
  output(): string;
  /** Ends the broker and not the issuer. */
  stop(): Promise<void>;
}

const repositoryId = '42';
const cli = fileURLToPath(new URL('../../../packages/exo-broker/dist/cli.js', import.meta.url));

/** Its one rule, `deploy`, lets the repository of the scenario list zones and instances for an hour. */
export async function openBroker({ endpoint, parentKey }: BrokerOptions): Promise<TestBroker> {
  const folder = mkdtempSync(join(tmpdir(), 'broker-'));
  const issuer = await startIssuer();
  const { apiKey, apiSecret } = parentKey;
  writeFileSync(join(folder, 'secret'), apiSecret, { mode: 0o600 });
  const config = join(folder, 'broker.yml');
  // The address is not known before it listens, so it is not the audience here.
  writeFileSync(
    config,
    `version: 1
listen: 127.0.0.1:0
public-url: ${audience}
store: sqlite:${join(folder, 'leases.db')}
organizations:
  prod: { endpoint: '${endpoint}', api-key: ${apiKey}, api-secret-file: '${join(folder, 'secret')}' }
issuers:
  github: { kind: github, url: '${issuer.url}' }
rules:
  - name: deploy
    issuer: github
    organization: prod
    match: { repository_id: '${repositoryId}', ref: refs/heads/main }
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
    child.kill('SIGTERM');
    await ended;
  };
  return {
    url: (JSON.parse(line) as { readonly url: string }).url,
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
    output: () => text,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await issuer[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the tokens are for; the input `broker-audience`. */
export const audience = 'https://broker.example.com';
