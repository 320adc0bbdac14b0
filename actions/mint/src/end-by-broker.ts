// What `post` does with a lease of a broker: ends it by the revoke token, else by a fresh OIDC token, and else
// says when the broker ends it.
import { setTimeout as delay } from 'node:timers/promises';

import { messageOf, plain, preparePost, tryReport, type Step, writeSummary } from '@x/action-kit';
import { BrokerClientError, createBrokerClient } from '@x/broker-client';
import { ExoIamError } from '@x/exo-iam';

import { readBrokerState, type BrokerState } from './broker-state.ts';
import type { Fate } from './end-lease.ts';
import { endSummary } from './end-summary.ts';
import { noteAway, revocationTimeoutMs } from './revocation-timeout.ts';
import { takeBack } from './take-back.ts';

export async function endByBroker(step: Step): Promise<void> {
  const { core } = step;
  const state = readBrokerState(step);
  if (!state) {
    core.info('Nothing to revoke.');
    return;
  }
  const { inputs, handedOut } = state;
  const { fate, error } = await end(step, state);
  if (handedOut) takeBack(step, handedOut.exported);
  if (handedOut && inputs.summary) {
    const { record, ...rest } = handedOut;
    const endedAt = Math.floor(Date.now() / 1000);
    const facts = {
      record,
      handedOut: { ...rest, byName: false },
      fate,
      endedAt,
      usage: undefined,
    };
    await tryReport(step, () => writeSummary(step, endSummary(facts)));
  }
  if (!error) return;
  if (inputs.onRevokeFailure === 'fail') throw error;
  core.warning(error.message, { title: 'The Exoscale key was not revoked' });
}

interface Ending {
  readonly fate: Fate;
  readonly error?: ExoIamError;
}

async function end(step: Step, state: BrokerState): Promise<Ending> {
  const { core } = step;
  const { handedOut, inputs } = state;
  if (handedOut && !inputs.revoke) {
    const { apiKey, expiresAt } = handedOut.record;
    const until = new Date(expiresAt * 1000).toISOString();
    core.info(
      plain(
        `The key ${apiKey} is not revoked, because the input revoke is false. Its deadline is ${until}.`,
      ),
    );
    return { fate: 'kept' };
  }
  try {
    preparePost(step);
    const outcome = await endOnce(step, state);
    core.info(
      plain(
        outcome === 'revoking'
          ? `The broker is revoking lease ${state.id}, and goes on until it is done.`
          : `The broker has revoked lease ${state.id}.`,
      ),
    );
    return { fate: 'revoked' };
  } catch (cause) {
    const isAway = cause instanceof BrokerClientError && cause.code === 'ERR_BROKER_UNREACHABLE';
    if (isAway) await noteAway(step);
    return { fate: 'left', error: leftBehind(state, cause) };
  }
}

async function endOnce(
  step: Step,
  { url, audience, id, revokeToken }: BrokerState,
): Promise<'revoked' | 'revoking'> {
  const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    delay(ms, undefined, { signal });
  const client = createBrokerClient({ url: new URL(url), audience, id, env: step.env, sleep });
  const limitMs = revocationTimeoutMs(step);
  const limits = { signal: AbortSignal.timeout(limitMs), limitMs };
  return client.end(revokeToken, limits);
}

function leftBehind({ id, url, handedOut }: BrokerState, cause: unknown): ExoIamError {
  const what = handedOut ? `The key ${handedOut.record.apiKey}` : 'A key';
  const until = handedOut && new Date(handedOut.record.expiresAt * 1000).toISOString();
  const deadline = until === undefined ? 'at its deadline' : `at ${until}`;
  return new ExoIamError(
    'ERR_LEFT_BEHIND',
    `${what} may still exist as lease ${id} of the broker at ${new URL(url).host}: ${messageOf(cause)} The broker ends it ${deadline}. To end it sooner, run exo-broker revoke ${id} there.`,
    { cause },
  );
}
