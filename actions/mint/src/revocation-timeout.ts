// How long a `post` may try to revoke.
import { tryReport, type Step } from '@x/action-kit';

// GitHub gives all post steps of a cancelled job five minutes in total.
const fullTimeoutMs = 120_000;

// Used after an earlier post step found that the API, or the broker, does not respond.
const shortTimeoutMs = 10_000;
const apiIsAway = 'EXO_LEASE_API_IS_AWAY';

export function revocationTimeoutMs({ env }: Step): number {
  return env[apiIsAway] === 'true' ? shortTimeoutMs : fullTimeoutMs;
}

/** Tells the post steps that come later. */
export function noteAway(step: Step): Promise<void> {
  return tryReport(step, () => step.core.exportVariable(apiIsAway, 'true'));
}
