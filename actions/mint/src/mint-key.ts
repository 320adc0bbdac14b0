// What `main` does, in order: mask, save the state, mint, mask, verify, hand out, report.
import {
  createJobClient,
  githubHolder,
  plainLines,
  requireRunnerFiles,
  tryReport,
  type Step,
  writeSummary,
} from '@x/action-kit';
import {
  describeLease,
  mint,
  revoke,
  verifyKey,
  type Client,
  type Holder,
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

// How long minting may take, repeats included.
const mintBudgetMs = 60_000;

export async function mintKey(step: Step): Promise<void> {
  const { core, signal } = step;
  const inputs = await readInputs(step);
  if (inputs.broker) {
    const { mintByBroker } = await import('./mint-by-broker.ts');
    return mintByBroker(step, inputs);
  }
  // Before anything is made, and loaded only for those who seal.
  const sealing = inputs.sealTo ? await import('./seal-lease.ts') : undefined;
  await sealing?.checkRecipient(inputs.sealTo);
  const request = toRequest(step, inputs);
  if (inputs.dryRun) {
    const { dryRun } = await import('./dry-run.ts');
    return dryRun(step, inputs, request);
  }
  requireRunnerFiles(step, ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV']);
  const connection = inputs.connection();
  const client = createJobClient(step, connection);
  warnOfStaleVariables(step, inputs.presets);
  let record: LeaseRecord | undefined;
  const lease = await mint(client.within(mintBudgetMs), request, {
    signal,
    undoTimeoutMs,
    journal: (progress) => {
      record = progress;
      saveMintState(step, record && { connection, record, inputs: toPost(inputs) });
    },
  });
  core.setSecret(lease.apiSecret);
  try {
    const { apiKey, apiSecret } = lease;
    if (inputs.verify) {
      const own = createJobClient(step, { ...connection, apiKey, apiSecret });
      await verifyKey(own, lease, { signal });
    }
    const made: LeaseRecord = record ?? { ...lease, phase: 'made' };
    const sealed = await sealing?.sealLease(lease, { inputs, connection, holder: request.holder });
    handOut(step, { inputs, connection }, { lease, record: made, sealed });
  } catch (error) {
    await undo(client, lease);
    throw error;
  }
  // From here on the job has the key: nothing below may fail the step.
  await tryReport(step, () => {
    core.info(plainLines(describeLease(lease, { ...inputs, fate: fateOf(lease, inputs) })));
  });
  if (inputs.summary) await tryReport(step, () => writeSummary(step, mintSummary(lease, inputs)));
}

function toRequest(step: Step, inputs: MintInputs): MintRequest {
  const { leg, namePrefix, method, scope, ttlSeconds, deadline } = inputs;
  const { jobId: ownJob, ...job } = githubHolder(step, inputs.jobId);
  // Several jobs of the run may use a sealed lease, and none of them is the one that mints.
  const holder: Holder = inputs.sealTo ? { ...job, kind: 'github-run' } : { ...job, jobId: ownJob };
  const description = roleDescription({ ...job, job: step.env['GITHUB_JOB'] ?? 'job', leg });
  return { scope, ttlSeconds, method, prefix: namePrefix, holder, description, deadline };
}

function fateOf({ method }: Lease, { revoke: revoked, sealTo }: MintInputs): string {
  if (sealTo) return 'sealed, for the jobs of this run that have the identity';
  if (method === 'assume-role') return 'which cannot be revoked before it expires';
  return revoked ? 'to be revoked when this job ends' : 'which this job will not revoke';
}

async function undo(client: Client, lease: Lease): Promise<void> {
  const record = { ...lease, roleId: lease.role?.id };
  try {
    const signal = AbortSignal.timeout(undoTimeoutMs);
    await revoke(client.within(undoTimeoutMs), record, { signal });
  } catch {
    // The state has it, so `post` tries again, and reports.
  }
}
