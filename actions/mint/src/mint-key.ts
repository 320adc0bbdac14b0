// What `main` does, in order: mask, save the state, mint, mask, hand out.
import { randomBytes } from 'node:crypto';

import {
  createJobClient,
  jobIdentity,
  readConnection,
  saveLeaseState,
  type Step,
} from '@x/action-kit';
import { mint, parseList, parseTtl, type Lease } from '@x/exo-iam';

import { mintSummary } from './summary.ts';

const namePrefix = 'exo-lease';

export async function mintKey(step: Step): Promise<void> {
  const { core, signal } = step;
  const connection = readConnection(step);
  const identity = {
    ...jobIdentity(step, core.getInput('job-id')),
    prefix: namePrefix,
    random: randomBytes(4).toString('hex'),
  };
  const { owner, repository, runId } = identity;
  const lease = await mint(
    createJobClient(step, connection),
    {
      scope: { operations: parseList(core.getInput('operations')) },
      ttlSeconds: parseTtl(core.getInput('ttl')),
      identity,
      description: `Made by a GitHub Actions job, run ${runId} of ${owner}/${repository}`,
    },
    { signal, journal: (record) => saveLeaseState(step, { connection, record }) },
  );
  core.setSecret(lease.apiSecret);
  handOut(core, lease);
  core.info(report(lease));
  await core.summary.addRaw(mintSummary(lease), true).write();
}

function handOut(core: Step['core'], lease: Lease): void {
  core.exportVariable('EXOSCALE_API_KEY', lease.apiKey);
  core.exportVariable('EXOSCALE_API_SECRET', lease.apiSecret);
  core.setOutput('api-key', lease.apiKey);
  core.setOutput('api-secret', lease.apiSecret);
  core.setOutput('key-name', lease.name);
  core.setOutput('role-id', lease.role?.id ?? '');
  core.setOutput('expires-at', new Date(lease.expiresAt * 1000).toISOString());
}

function report(lease: Lease): string {
  const { apiKey, name, role, expiresAt, scope } = lease;
  const classes = Object.entries(scope?.operations ?? {}).map(
    ([serviceClass, operations]) => `  may     ${operations.join(', ')} (${serviceClass})`,
  );
  return [
    `Minted ${apiKey}, to be revoked when this job ends.`,
    ...classes,
    `  until   ${new Date(expiresAt * 1000).toISOString()}, enforced by the server`,
    `  name    ${name}`,
    `  role    ${role?.id}`,
  ].join('\n');
}
