// Measures whole processes next to Node with nothing to do: the command line, `post` of the mint action without
// a state, and its `main` next to a bare script that sends the same two requests.
//
//   node tools/bench/start-up.ts [rounds]
//
// The cases are interleaved, so that a machine that is busy for a while is busy for all of them.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 30);
const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (path: string): string => join(root, path);

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  /** The index of the case that it is compared with. */
  readonly base: number;
  /** Wanted, as a multiple of that. */
  readonly limit: number;
  readonly env?: Readonly<Record<string, string>>;
}

interface Started {
  readonly endpoint: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

const folder = mkdtempSync(join(tmpdir(), 'start-up-'));
const simulator = spawn(process.execPath, [at('packages/exo-sim/dist/cli.js'), '--json'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [line] = (await once(createInterface(simulator.stdout), 'line')) as [string];
const sim = JSON.parse(line) as Started;

// The same two requests as the mint, signed the same way, with nothing around them.
const bare = join(folder, 'bare.mjs');
writeFileSync(
  bare,
  `import { signRequestSync } from ${JSON.stringify(at('packages/exo-signer/dist/node/index.js'))};
const [endpoint, apiKey, apiSecret] = process.argv.slice(2);
async function post(path, body) {
  const request = { method: 'POST', url: endpoint + path, body: JSON.stringify(body) };
  const authorization = signRequestSync(request, { apiKey, apiSecret });
  const headers = { authorization, 'content-type': 'application/json' };
  return (await fetch(request.url, { ...request, headers })).json();
}
const name = 'bare-' + process.pid;
const policy = { 'default-service-strategy': 'deny', services: { dns: { type: 'allow' } } };
const { reference } = await post('/iam-role', { name, policy });
await post('/api-key', { name, 'role-id': reference.id });
`,
);
const runnerFile = (name: string): string => {
  const file = join(folder, name);
  writeFileSync(file, '');
  return file;
};
const inputs = {
  'api-key': sim.apiKey,
  'api-secret': sim.apiSecret,
  endpoint: sim.endpoint,
  operations: 'list-zones',
  ttl: '15m',
  deadline: 'strict',
  'get-operation': 'auto',
  'name-prefix': 'exo-lease',
  export: 'exoscale',
  verify: 'false',
  revoke: 'true',
  'on-revoke-failure': 'fail',
  'usage-report': 'false',
  'dry-run': 'false',
  summary: 'false',
};
const mint = {
  ...Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  ),
  GITHUB_STATE: runnerFile('state'),
  GITHUB_OUTPUT: runnerFile('output'),
  GITHUB_ENV: runnerFile('env'),
};
const cli = at('packages/exo-lease/dist/cli.js');
const cases: readonly Case[] = [
  { name: 'node -e 0', args: ['-e', '0'], base: 0, limit: 1 },
  { name: 'exo-lease --version', args: [cli, '--version'], base: 0, limit: 1.6 },
  {
    name: 'exo-lease explain',
    args: [cli, 'explain', '--operation', 'list-zones'],
    base: 0,
    limit: 2.5,
  },
  {
    name: 'post without a state',
    args: [at('actions/mint/dist/post/index.js')],
    base: 0,
    limit: 1.4,
  },
  {
    name: 'two bare requests',
    args: [bare, sim.endpoint, sim.apiKey, sim.apiSecret],
    base: 4,
    limit: 1,
  },
  {
    name: 'main of mint',
    args: [at('actions/mint/dist/main/index.js')],
    base: 4,
    limit: 1.08,
    env: mint,
  },
];

const timesMs: number[][] = cases.map(() => []);
for (let round = 0; round < rounds; round += 1) {
  for (const [index, { name, args, env = process.env }] of cases.entries()) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    timesMs[index]?.push(performance.now() - start);
  }
}
simulator.kill();
rmSync(folder, { recursive: true });

const medians = timesMs.map((times) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0);
console.log(`Node ${process.version}, ${rounds} rounds`);
console.log('| process | median | ratio | wanted |');
console.log('| --- | --- | --- | --- |');
for (const [index, { name, base, limit }] of cases.entries()) {
  const medianMs = medians[index] ?? 0;
  const ratio = (medianMs / (medians[base] ?? 1)).toFixed(2);
  console.log(`| ${name} | ${medianMs.toFixed(1)} ms | ${ratio} | ${limit} |`);
}
