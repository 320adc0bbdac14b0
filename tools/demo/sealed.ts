// `npm run demo:sealed`: a hostile dependency in the job that mints gets the parent key. In a job that
// unseals, the same step gets the minted key and the identity, and not the parent key.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createSigner } from '@x/exo-signer';
import { createSimulator, listen } from '@x/exo-sim';
import type { JobResult } from '@x/local-runner';
import { generateIdentity, open } from '@x/seal';

import type { Check } from './check-outcome.ts';
import type { JobOptions } from './job-process.ts';
import { heading, printChecks, printState, write, written } from './print.ts';
import { runInProcess } from './run-in-process.ts';
import { searchLoot } from './search-loot.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'exo-lease-demo-'));
const loot = { oneJob: join(folder, 'one-job'), sealed: join(folder, 'sealed') };
for (const path of Object.values(loot)) mkdirSync(path);

const simulator = createSimulator();
const { apiKey: parentKey, apiSecret: parentSecret } = simulator.parentKey;
const listener = await listen(simulator);
const { recipient, identity } = await generateIdentity();

const parent = { EXOSCALE_API_KEY: parentKey, EXOSCALE_API_SECRET: parentSecret };
const example = `${root}examples/sealed.yml`;
const hostile = `${root}tools/demo/hostile.yml`;

function run(title: string, options: JobOptions, lootFolder = ''): Promise<JobResult> {
  heading(title);
  return runInProcess({
    workspace: root,
    localActions: { 'x/exo-lease': root },
    skippedActions: ['actions/checkout'],
    vars: {
      EXOSCALE_API_ENDPOINT: listener.endpoint,
      EXO_LEASE_RECIPIENT: recipient,
      LOOT: lootFolder,
    },
    ...options,
  });
}

const oneJob = await run(
  'One job: it mints and deploys',
  { workflowFile: hostile, job: 'one-job', secrets: parent },
  loot.oneJob,
);
const mint = await run('Sealed: the job that mints', {
  workflowFile: example,
  job: 'mint',
  secrets: parent,
});
const lease = await open(mint.outputs['sealed'] ?? '', identity);
const needs = { mint: { outputs: mint.outputs, result: mint.conclusion } };
const deploy = await run(
  'Sealed: the job that deploys',
  { workflowFile: hostile, job: 'deploy', secrets: { EXO_LEASE_IDENTITY: identity }, needs },
  loot.sealed,
);
const revoke = await run('Sealed: the job that revokes', {
  workflowFile: example,
  job: 'revoke',
  secrets: parent,
  needs: { ...needs, deploy: { outputs: {}, result: deploy.conclusion } },
});

heading('What is left in the organization');
printState(simulator);

const credentials = { apiKey: lease.key, apiSecret: lease.secret };
const after = await createSigner(credentials).fetch(`${listener.endpoint}/instance`);
const jobs = [oneJob, mint, deploy, revoke];
const found = {
  before: searchLoot(loot.oneJob, parentSecret),
  parent: searchLoot(loot.sealed, parentSecret),
  key: searchLoot(loot.sealed, lease.secret),
  identity: searchLoot(loot.sealed, identity),
};
const tries = readdirSync(join(loot.sealed, 'post')).length;
const secrets = [parentSecret, lease.secret, identity];

heading('What the hostile step found');
const checks: readonly Check[] = [
  { claim: 'all jobs succeeded', holds: jobs.every((job) => job.conclusion === 'success') },
  {
    claim: `one job: the parent secret, in ${where(found.before)}`,
    holds: found.before.includes('post'),
  },
  { claim: `sealed: its library was loaded into the post of unseal`, holds: tries > 0 },
  {
    claim: `sealed: the minted secret, in ${where(found.key)}`,
    holds: found.key.includes('environment'),
  },
  {
    claim: `sealed: the identity, in ${where(found.identity)}`,
    holds: found.identity.includes('post'),
  },
  {
    claim: `sealed: the parent secret, in ${where(found.parent)}`,
    holds: found.parent.length === 0,
  },
  { claim: 'after the run the minted key is refused (403)', holds: after.status === 403 },
  {
    claim: 'no key is left but the parent key',
    holds: [...simulator.state.apiKeys.keys()].join() === parentKey,
  },
  {
    claim: 'none of the three secrets was printed',
    holds: secrets.every((secret) => !written().includes(secret)),
  },
];
printChecks(checks);
write('\nThe identity opens what is sealed to it, while that lives. The parent key mints more.\n');

await listener.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = checks.every(({ holds }) => holds) ? 0 : 1;

function where(ways: readonly string[]): string {
  return ways.length > 0 ? ways.join(' and ') : 'none of them';
}
