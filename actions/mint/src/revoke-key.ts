// What `post` does, from the state alone: revoke, blank what was exported, and report. Nothing that can
// fail comes before the revocation.
import {
  createPostClient,
  messageOf,
  takeBackVariables,
  tryReport,
  type ExportedVariables,
  type Step,
  writeSummary,
} from '@x/action-kit';

import { endLease } from './end-lease.ts';
import { endSummary } from './end-summary.ts';
import { readMintState } from './mint-state.ts';
import { reportUsage } from './report-usage.ts';

// GitHub gives all post steps of a cancelled job five minutes in total.
const fullTimeoutMs = 120_000;

// Used after an earlier post step found that the API does not respond.
const shortTimeoutMs = 10_000;
const apiIsAway = 'EXO_LEASE_API_IS_AWAY';

export async function revokeKey(step: Step): Promise<void> {
  const { core, env } = step;
  const state = readMintState(step);
  if (!state) {
    core.info('Nothing to revoke.');
    return;
  }
  const { connection, record, inputs, handedOut } = state;
  const client = connection && createPostClient(step, connection);
  const timeoutMs = env[apiIsAway] === 'true' ? shortTimeoutMs : fullTimeoutMs;
  const { fate, error, away } = await endLease(step, client, { ...state, timeoutMs });
  if (away) await tryReport(step, () => core.exportVariable(apiIsAway, 'true'));
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

// A full disk must not fail a job whose key is already revoked.
function takeBack(step: Step, exported: ExportedVariables): void {
  try {
    takeBackVariables(step, exported);
  } catch (error) {
    const names = Object.keys(exported).join(', ');
    step.core.warning(
      `${names} could not be cleared, so later steps still find the minted key there: ${messageOf(error)}`,
      { title: 'Variables of the minted key are left' },
    );
  }
}
