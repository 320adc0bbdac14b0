// The input `broker`: a lease for an OIDC token, without any stored secret (DESIGN section 9). Loaded only where
// the input is set.
import { setTimeout as delay } from 'node:timers/promises';

import {
  createJobClient,
  exportVariables,
  plainLines,
  readPresets,
  requireRunnerFiles,
  tryReport,
  type Connection,
  type Step,
  writeSummary,
} from '@x/action-kit';
import { createBrokerClient, isCertain, requestLease, type OpenedLease } from '@x/broker-client';
import { describeLease, keyVariables, resolveEndpoint, verifyKey, type Lease } from '@x/exo-iam';

import { readBrokerInputs } from './broker-inputs.ts';
import { saveBrokerState, type BrokerState } from './broker-state.ts';
import type { MintInputs } from './read-inputs.ts';
import { mintSummary } from './summary.ts';

const limitMs = 60_000;

// A cancelled step is killed 10 s after SIGINT. What is not ended by then, `post` does.
const undoTimeoutMs = 6500;

export async function mintByBroker(step: Step, inputs: MintInputs): Promise<void> {
  const { core, env, signal } = step;
  const { url, audience, request } = readBrokerInputs(step, inputs);
  requireRunnerFiles(step, ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV']);
  const sleep = (ms: number, until: AbortSignal): Promise<void> =>
    delay(ms, undefined, { signal: until });
  const client = createBrokerClient({ url, audience, env, sleep });
  const { revoke, onRevokeFailure, summary } = inputs;
  const asked: BrokerState = {
    url: url.href,
    audience: client.audience,
    id: client.id,
    inputs: { revoke, onRevokeFailure, summary },
  };
  saveBrokerState(step, asked);
  let leased: OpenedLease;
  try {
    leased = await requestLease(client, request, {
      signal,
      limitMs,
      undoTimeoutMs,
      // Refuses an endpoint that is not Exoscale's. The zone becomes a part of other clients' hosts.
      check: (payload) => {
        if (payload.zone !== undefined) resolveEndpoint({ zone: payload.zone });
        createJobClient(step, toConnection(payload));
      },
    });
  } catch (error) {
    if (isCertain(error)) saveBrokerState(step, undefined);
    throw error;
  }
  const { revokeToken, payload } = leased;
  core.setSecret(payload.secret);
  core.setSecret(revokeToken);
  saveBrokerState(step, { ...asked, revokeToken });
  const lease = toLease(leased);
  try {
    signal.throwIfAborted();
    if (inputs.verify) {
      const own = createJobClient(step, toConnection(payload));
      await verifyKey(own, lease, { signal });
    }
    handOut(step, { leased, lease, state: { ...asked, revokeToken } });
  } catch (error) {
    // The state has it, so `post` tries again, and reports.
    const undo = { signal: AbortSignal.timeout(undoTimeoutMs), limitMs: 0 };
    await client.end(revokeToken, undo).catch(() => {});
    throw error;
  }
  // From here on the job has the key: nothing below may fail the step.
  const fate = revoke ? 'to be revoked when this job ends' : 'which this job will not revoke';
  await tryReport(step, () => {
    core.info(plainLines(describeLease(lease, { ...inputs, fate })));
  });
  if (summary) await tryReport(step, () => writeSummary(step, mintSummary(lease, inputs)));
}

function toConnection({ key, secret, zone, endpoint }: OpenedLease['payload']): Connection {
  return {
    apiKey: key,
    apiSecret: secret,
    ...(zone !== undefined && { zone }),
    ...(endpoint !== undefined && { endpoint }),
  };
}

// The broker tells neither the method nor the policy; its audit trail has them.
function toLease({ payload, enforcedBy }: OpenedLease): Lease {
  return {
    method: 'scoped-role',
    name: payload.name,
    apiKey: payload.key,
    apiSecret: payload.secret,
    expiresAt: Math.floor(Date.parse(payload['expires-at']) / 1000),
    enforcedBy: enforcedBy === 'server' ? 'server' : 'sweep',
    role: undefined,
    scope: undefined,
    policy: undefined,
  };
}

function handOut(
  step: Step,
  {
    leased: { payload, enforcedBy },
    lease,
    state,
  }: { readonly leased: OpenedLease; readonly lease: Lease; readonly state: BrokerState },
): void {
  const { core } = step;
  const { zone, endpoint } = payload;
  const { apiKey, apiSecret, name, expiresAt } = lease;
  const presets = readPresets(core.getInput('export'), zone);
  const variables = keyVariables(presets, { apiKey, apiSecret, zone, endpoint });
  const exported = exportVariables(step, variables);
  const outputs = {
    'lease-id': state.id,
    'api-key': apiKey,
    'api-secret': apiSecret,
    sealed: '',
    'key-name': name,
    'role-id': '',
    'role-name': '',
    method: '',
    'expires-at': payload['expires-at'],
    'enforced-by': enforcedBy,
    policy: '',
  };
  for (const [output, value] of Object.entries(outputs)) core.setOutput(output, value);
  saveBrokerState(step, {
    ...state,
    handedOut: {
      record: { apiKey, name, expiresAt },
      mintedAt: Math.floor(Date.now() / 1000),
      enforcedBy: lease.enforcedBy,
      exported,
    },
  });
}
