// The input `dry-run`: says what would be minted. A scope that asks the API nothing needs no parent key, so
// that a pull request from a fork can check its scope.
import { createJobClient, plainLines, tryReport, type Step, writeSummary } from '@x/action-kit';
import {
  createClient,
  describePlan,
  hasCode,
  planLease,
  type Client,
  type MintRequest,
} from '@x/exo-iam';

import { planSummary } from './plan-summary.ts';
import type { MintInputs } from './read-inputs.ts';

export async function dryRun(step: Step, inputs: MintInputs, request: MintRequest): Promise<void> {
  const { core, signal } = step;
  const plan = await planLease(clientOf(step, inputs), request, { signal });
  core.info(plainLines(describePlan(plan, inputs)));
  core.setOutput('method', plan.method);
  core.setOutput('enforced-by', plan.enforcedBy);
  core.setOutput('policy', plan.policy ? JSON.stringify(plan.policy) : '');
  if (inputs.summary) await tryReport(step, () => writeSummary(step, planSummary(plan, inputs)));
}

// Without a parent key, only a request finds out that it is missing.
function clientOf(step: Step, inputs: MintInputs): Client {
  try {
    return createJobClient(step, inputs.connection());
  } catch (error) {
    if (!hasCode(error, 'ERR_CREDENTIALS_MISSING')) throw error;
    const client = createClient({ signer: { sign: () => Promise.reject(error) } });
    const keyless: Client = {
      ...client,
      request: () => Promise.reject(error),
      at: () => keyless,
      within: () => keyless,
    };
    return keyless;
  }
}
