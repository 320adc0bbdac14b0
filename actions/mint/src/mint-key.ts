// What `main` does, in order: mask, save the state, mint, mask, verify, hand out.
import { createJobClient, githubHolder, plainLines, type Step, writeSummary } from '@x/action-kit';
import {
  describeLease,
  describePlan,
  mint,
  planLease,
  revoke,
  verifyKey,
  type Client,
  type Lease,
  type LeaseRecord,
  type MintRequest,
} from '@x/exo-iam';

import { handOut } from './hand-out.ts';
import { saveMintState, toPost } from './mint-state.ts';
import { readInputs, type MintInputs } from './read-inputs.ts';
import { roleDescription } from './role-description.ts';
import { warnOfStaleVariables } from './stale-variables.ts';
import { mintSummary } from './summary.ts';

// A cancelled step is killed 10 s after SIGINT. What is not undone by then, `post` does.
const undoTimeoutMs = 6500;

export async function mintKey(step: Step): Promise<void> {
  const { core, signal } = step;
  const inputs = readInputs(step);
  const { connection } = inputs;
  const client = createJobClient(step, connection);
  const request = toRequest(step, inputs);
  if (inputs.dryRun) {
    const plan = await planLease(client, request, { signal });
    core.info(plainLines(describePlan(plan, inputs)));
    core.setOutput('method', plan.method);
    core.setOutput('enforced-by', plan.enforcedBy);
    core.setOutput('policy', plan.policy ? JSON.stringify(plan.policy) : '');
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
  core.info(plainLines(describeLease(lease, { ...inputs, fate: fateOf(lease, inputs) })));
  if (inputs.summary) await writeSummary(step, mintSummary(lease, inputs));
}

function toRequest(step: Step, inputs: MintInputs): MintRequest {
  const { jobId, leg, namePrefix, method, scope, ttlSeconds } = inputs;
  const holder = githubHolder(step, jobId);
  const job = step.env['GITHUB_JOB'] ?? 'job';
  const description = roleDescription({ ...holder, job, leg });
  return { scope, ttlSeconds, method, prefix: namePrefix, holder, description };
}

function fateOf({ method }: Lease, { revoke: revoked }: MintInputs): string {
  if (method === 'assume-role') return 'which cannot be revoked before it expires';
  return revoked ? 'to be revoked when this job ends' : 'which this job will not revoke';
}

async function undo(client: Client, lease: Lease): Promise<void> {
  const record = { ...lease, roleId: lease.role?.id };
  try {
    await revoke(client, record, { signal: AbortSignal.timeout(undoTimeoutMs) });
  } catch {
    // The state has it, so `post` tries again, and reports.
  }
}
