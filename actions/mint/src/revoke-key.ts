// What `post` does, from the state alone: blank what was exported, revoke, and report.
import { createJobClient, type Step, writeSummary } from '@x/action-kit';

import { endLease, type EndOptions } from './end-lease.ts';
import { endSummary } from './end-summary.ts';
import { blankVariables } from './exported-variables.ts';
import { readMintState } from './mint-state.ts';
import { reportUsage } from './report-usage.ts';

const patience: EndOptions = { timeoutMs: 120_000 };

export async function revokeKey(step: Step, options: EndOptions = patience): Promise<void> {
  const { core } = step;
  const state = readMintState(step);
  if (!state) {
    core.info('Nothing to revoke.');
    return;
  }
  const { connection, record, inputs, handedOut } = state;
  core.setSecret(connection.apiSecret);
  if (handedOut) blankVariables(step, handedOut.exported);
  const client = createJobClient(step, connection);
  const { fate, error } = await endLease(step, client, { ...state, ...options });
  const wanted = inputs.usageReport && fate !== 'left';
  const usage = wanted ? await reportUsage(step, client, state) : undefined;
  if (inputs.summary) {
    const endedAt = Math.floor(Date.now() / 1000);
    await writeSummary(step, endSummary({ record, handedOut, fate, endedAt, usage }));
  }
  if (!error) return;
  if (inputs.onRevokeFailure === 'fail') throw error;
  core.warning(error.message, { title: 'The Exoscale key was not revoked' });
}
