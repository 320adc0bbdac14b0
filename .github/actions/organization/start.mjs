// Starts the simulator, and a broker if it is asked for, as processes that outlive this step.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const { env } = process;
const root = join(import.meta.dirname, '../../..');
const folder = env.RUNNER_TEMP;

async function start(cli, args) {
  const child = spawn(process.execPath, [join(root, cli), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [line] = await once(createInterface(child.stdout), 'line');
  child.stdout.destroy();
  child.unref();
  return JSON.parse(line);
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

const simulator = await start('packages/exo-sim/dist/cli.js', ['--json']);
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
  await start('packages/exo-broker/dist/cli.js', ['serve', '--config', config, '--json']);
  tell(env.GITHUB_OUTPUT, { broker: url });
}
