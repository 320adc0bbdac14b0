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


for (let i=0;i<3;i++) spawnSync(process.execPath, cases[5]!.args, { stdio: 'inherit', env: cases[5]!.env });
spawnSync(process.execPath, ['--cpu-prof','--cpu-prof-interval','100','--cpu-prof-dir=/tmp/prof', ...cases[process.argv[3] === 'bare' ? 4 : 5]!.args], { stdio: 'inherit', env: { ...cases[5]!.env } });
simulator.kill(); rmSync(folder, { recursive: true });
