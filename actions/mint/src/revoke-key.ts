// What `post` does, from the state alone: revoke, blank what was exported, and report. Nothing that can
// fail comes before the revocation.
import { createPostClient, messageOf, tryReport, type Step, writeSummary } from '@x/action-kit';

import { endLease, type EndOptions } from './end-lease.ts';
import { endSummary } from './end-summary.ts';
import { takeBackVariables, type ExportedVariables } from './exported-variables.ts';
import { readMintState } from './mint-state.ts';
import { reportUsage } from './report-usage.ts';

const defaults: EndOptions = { timeoutMs: 120_000 };

export async function revokeKey(step: Step, options: EndOptions = defaults): Promise<void> {
  const { core } = step;
  const state = readMintState(step);
  if (!state) {
    core.info('Nothing to revoke.');
    return;
  }
  const { connection, record, inputs, handedOut } = state;
  const client = connection && createPostClient(step, connection);
  const { fate, error } = await endLease(step, client, { ...state, ...options });
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

// A full disk is not a reason to fail a job whose key is gone.
function takeBack(step: Step, exported: ExportedVariables): void {
  try {
    takeBackVariables(step, exported);
  } catch (error) {
    const names = Object.keys(exported).join(', ');
    step.core.warning(
      `${names} could not be taken back, so later steps still find the minted key there: ${messageOf(error)}`,
      { title: 'Variables of the minted key are left' },
    );
  }
}
