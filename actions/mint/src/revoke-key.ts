// What `post` does, from the state alone: revoke, blank what was exported, and report. Nothing that can
// fail comes before the revocation.
import { createPostClient, tryReport, type Step, writeSummary } from '@x/action-kit';

import { endLease } from './end-lease.ts';
import { endSummary } from './end-summary.ts';
import { readMintState } from './mint-state.ts';
import { reportUsage } from './report-usage.ts';
import { noteAway, revocationTimeoutMs } from './revocation-timeout.ts';
import { takeBack } from './take-back.ts';

export async function revokeKey(step: Step): Promise<void> {
  const { core } = step;
  const state = readMintState(step);
  if (!state) {
    core.info('Nothing to revoke.');
    return;
  }
  const { connection, record, inputs, handedOut } = state;
  const client = connection && createPostClient(step, connection);
  const timeoutMs = revocationTimeoutMs(step);
  const { fate, error, away } = await endLease(step, client, { ...state, timeoutMs });
  if (away) await noteAway(step);
  if (handedOut) takeBack(step, handedOut.exported);
  await tryReport(step, async () => {
    const wanted = client && inputs.usageReport && fate !== 'left';
    const usage = wanted ? await reportUsage(step, client, state) : undefined;
    if (!inputs.summary) return;
    const endedAt = Math.floor(Date.now() / 1000);
    await writeSummary(step, endSummary({ record, handedOut, fate, endedAt, usage }));
  });
  if (!error) return;
  if (inputs.onRevokeFailure === 'fail') throw error;
  core.warning(error.message, { title: 'The Exoscale key was not revoked' });
}
