// What `main` does, in order: mask, save the state, mint, mask, verify, hand out.
import { randomBytes } from 'node:crypto';

import { createJobClient, jobIdentity, type Step, writeSummary } from '@x/action-kit';
import {
  mint,
  prepareLease,
  revoke,
  type Client,
  type Lease,
  type LeaseRecord,
  type MintRequest,
} from '@x/exo-iam';

import { handOut } from './hand-out.ts';
import { saveMintState, toPost } from './mint-state.ts';
import { readInputs, type MintInputs } from './read-inputs.ts';
import { describeLease, describePreparation } from './report.ts';
import { roleDescription } from './role-description.ts';
import { warnOfStaleVariables } from './stale-variables.ts';
import { mintSummary } from './summary.ts';
import { verifyKey } from './verify-key.ts';

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
      saveMintState(step, record && { connection, record, inputs: toPost(inputs) });
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
  const job = step.env['GITHUB_JOB'] ?? 'job';
  const description = roleDescription({ ...identity, job, leg });
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
