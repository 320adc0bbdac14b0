// Hands the minted key to the job: the state that `post` needs, then variables and outputs.
import { exportVariables, type Connection, type Step } from '@x/action-kit';
import { keyVariables, type Lease, type LeaseRecord } from '@x/exo-iam';

import { saveMintState, toPost } from './mint-state.ts';
import type { MintInputs } from './read-inputs.ts';

interface HandOut {
  readonly lease: Lease;
  readonly record: LeaseRecord;
  /** The lease, sealed: the only trace of the secret that leaves this process. */
  readonly sealed: string | undefined;
}

/**
 * The secret has to be masked before.
 *
 * @throws When the runner's files cannot be written. The state then still says that the key is not handed
 *   out.
 */
export function handOut(
  step: Step,
  { inputs, connection }: { readonly inputs: MintInputs; readonly connection: Connection },
  { lease, record, sealed }: HandOut,
): void {
  const { core } = step;
  const { presets, scope: asked, zone } = inputs;
  const { apiKey, apiSecret, name, method, role, expiresAt, enforcedBy, policy, scope } = lease;
  const { endpoint } = connection;
  const variables = keyVariables(presets, { apiKey, apiSecret, zone, endpoint });
  // A sealed lease is for another job: nothing of its secret stays in this one.
  const exported = sealed === undefined ? exportVariables(step, variables) : {};
  const outputs = {
    'lease-id': '',
    'api-key': apiKey,
    'api-secret': sealed === undefined ? apiSecret : '',
    sealed: sealed ?? '',
    'key-name': name,
    'role-id': role?.id ?? '',
    'role-name': role?.name ?? '',
    method,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    'enforced-by': enforcedBy,
    policy: policy ? JSON.stringify(policy) : '',
  };
  for (const [output, value] of Object.entries(outputs)) core.setOutput(output, value);
  const keepsConnection = sealed === undefined && (inputs.revoke || inputs.usageReport);
  saveMintState(step, {
    connection: keepsConnection ? connection : undefined,
    record: { ...record, apiKey, expiresAt, phase: 'handed-out' },
    inputs: { ...toPost(inputs), ...(sealed !== undefined && { revoke: false }) },
    handedOut: {
      mintedAt: Math.floor(Date.now() / 1000),
      enforcedBy,
      operations: Object.values(scope?.operations ?? {}).flat(),
      ...(sealed !== undefined && { sealed: true }),
      byName: (asked.tags ?? []).length === 0,
      exported,
    },
  });
}
