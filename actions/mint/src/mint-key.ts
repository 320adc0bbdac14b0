// What `main` does, in order: mask, save the state, mint, mask, verify, hand out.
import { randomBytes } from 'node:crypto';

import { createJobClient, jobIdentity, type Step } from '@x/action-kit';
import {
  mint,
  prepareLease,
  revoke,
  type Client,
  type Lease,
  type LeaseRecord,
  type MintRequest,
} from '@x/exo-iam';

import { exportVariables } from './exported-variables.ts';
import { saveMintState, type MintState } from './mint-state.ts';
import { variablesOf } from './presets.ts';
import { readInputs, type MintInputs } from './read-inputs.ts';
import { describeLease, describePreparation } from './report.ts';
import { warnOfStaleVariables } from './stale-variables.ts';
import { mintSummary } from './summary.ts';
import { verifyKey } from './verify-key.ts';
import { writeSummary } from './write-summary.ts';

// A cancelled step is killed 10 s after SIGINT. What is not undone by then, `post` does.
const undoTimeoutMs = 6500;

export async function mintKey(step: Step): Promise<void> {
  const { core, signal } = step;
  const inputs = readInputs(step);
  const { connection } = inputs;
  const client = createJobClient(step, connection);
  const request = toRequest(step, inputs);
  if (inputs.dryRun) {
    const prepared = await prepareLease(client, request, { signal });
    core.info(describePreparation(prepared, inputs));
    core.setOutput('method', prepared.method);
    core.setOutput('enforced-by', prepared.enforcedBy);
    core.setOutput('policy', prepared.policy ? JSON.stringify(prepared.policy) : '');
    return;
  }
  warnOfStaleVariables(step, inputs.presets);
  let record: LeaseRecord | undefined;
  const lease = await mint(client, request, {
    signal,
    undoTimeoutMs,
    journal: (progress) => {
      record = progress;
      saveMintState(step, { connection, record, inputs: toPost(inputs) });
    },
  });
  core.setSecret(lease.apiSecret);
  if (inputs.verify) {
    const { apiKey, apiSecret } = lease;
    try {
      await verifyKey(createJobClient(step, { ...connection, apiKey, apiSecret }), apiKey, signal);
    } catch (error) {
      await undo(client, lease);
      throw error;
    }
  }
  handOut(step, inputs, { lease, record });
  core.info(describeLease(lease, inputs));
  if (inputs.summary) await writeSummary(step, mintSummary(lease, inputs));
}

function toRequest(step: Step, inputs: MintInputs): MintRequest {
  const { jobId, leg, namePrefix, method, scope, ttlSeconds } = inputs;
  const identity = {
    ...jobIdentity(step, jobId),
    prefix: namePrefix,
    random: randomBytes(4).toString('hex'),
  };
  const { owner, repository, runId } = identity;
  const job = `${step.env['GITHUB_JOB'] ?? 'job'}${leg && ` (${leg})`}`;
  const description = `Made by ${job}, run ${runId} of ${owner}/${repository}`.slice(0, 255);
  return { scope, ttlSeconds, method, identity, description };
}

async function undo(client: Client, lease: Lease): Promise<void> {
  const record = { ...lease, roleId: lease.role?.id };
  try {
    await revoke(client, record, { signal: AbortSignal.timeout(undoTimeoutMs) });
  } catch {
    // The state has it, so `post` tries again, and reports.
  }
}

function handOut(
  step: Step,
  inputs: MintInputs,
  { lease, record }: { readonly lease: Lease; readonly record: LeaseRecord | undefined },
): void {
  const { core } = step;
  const { apiKey, apiSecret, name, method, role, expiresAt, enforcedBy, policy, scope } = lease;
  const zone = inputs.connection.zone ?? '';
  const exported = exportVariables(step, variablesOf(inputs.presets, { apiKey, apiSecret, zone }));
  const outputs = {
    'api-key': apiKey,
    'api-secret': apiSecret,
    'key-name': name,
    'role-id': role?.id ?? '',
    'role-name': role?.name ?? '',
    method,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    'enforced-by': enforcedBy,
    policy: policy ? JSON.stringify(policy) : '',
  };
  for (const [output, value] of Object.entries(outputs)) core.setOutput(output, value);
  const operations = Object.values(scope?.operations ?? {}).flat();
  const mintedAt = Math.floor(Date.now() / 1000);
  const handedOut = { mintedAt, enforcedBy, operations, exported };
  saveMintState(step, {
    connection: inputs.connection,
    record: { method, name, apiKey, ...record, expiresAt },
    inputs: toPost(inputs),
    handedOut,
  });
}

function toPost(inputs: MintInputs): MintState['inputs'] {
  const { revoke, onRevokeFailure, usageReport, summary } = inputs;
  return { revoke, onRevokeFailure, usageReport, summary };
}
