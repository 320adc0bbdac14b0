// Starts the simulator, and a broker if it is asked for, as processes that outlive this step.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const { env } = process;
const root = join(import.meta.dirname, '../../..');
const folder = env.RUNNER_TEMP;

// Into a file and not a pipe, which would end with this step.
async function start(name, cli, args) {
  const file = join(folder, `${name}.log`);
  const output = openSync(file, 'w');
  const child = spawn(process.execPath, [join(root, cli), ...args], {
    stdio: ['ignore', output, output],
    detached: true,
  });
  child.unref();
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = readFileSync(file, 'utf8').split('\n', 2);
    if (ready.length > 1) return JSON.parse(ready[0]);
    await delay(100);
  }
  throw new Error(`${name} did not start: ${readFileSync(file, 'utf8')}`);
}

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function tell(file, values) {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  appendFileSync(file, lines.join(''));
}

const simulator = await start('simulator', 'packages/exo-sim/dist/cli.js', ['--json']);
const { endpoint, apiKey, apiSecret } = simulator;
console.log(`::add-mask::${apiSecret}`);
tell(env.GITHUB_STATE, { endpoint, apiKey, apiSecret });
tell(env.GITHUB_OUTPUT, { endpoint, 'api-key': apiKey, 'api-secret': apiSecret });

if (env.INPUT_BROKER === 'true') {
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const secret = join(folder, 'broker-secret');
  const config = join(folder, 'broker.yml');
  writeFileSync(secret, apiSecret, { mode: 0o600 });
  writeFileSync(
    config,
    `version: 1
listen: ${new URL(url).host}
public-url: ${url}
store: 'sqlite:${join(folder, 'leases.db')}'
organizations:
  test: { endpoint: '${endpoint}', api-key: ${apiKey}, api-secret-file: '${secret}' }
issuers:
  github: { kind: github, url: '${env.INPUT_ISSUER}' }
rules:
  - name: self-test
    issuer: github
    organization: test
    match:
      repository_id: '${env.GITHUB_REPOSITORY_ID}'
      ref: '${env.GITHUB_REF}'
      event_name: '${env.GITHUB_EVENT_NAME}'
    ceiling: { operations: [list-zones, list-instances] }
    max-ttl: 15m
    max-live: 4
`,
  );
  const serve = ['serve', '--config', config, '--json', '--audit', join(folder, 'audit.jsonl')];
  await start('broker', 'packages/exo-broker/dist/cli.js', serve);
  tell(env.GITHUB_OUTPUT, { broker: url });
}
