// Hands the minted key to the job: variables, outputs, and the state that `post` needs.
import type { Step } from '@x/action-kit';
import { keyVariables, type Lease, type LeaseRecord } from '@x/exo-iam';

import { exportVariables } from './exported-variables.ts';
import { saveMintState, toPost } from './mint-state.ts';
import type { MintInputs } from './read-inputs.ts';

/** The secret has to be masked before. */
export function handOut(
  step: Step,
  inputs: MintInputs,
  { lease, record }: { readonly lease: Lease; readonly record: LeaseRecord | undefined },
): void {
  const { core } = step;
  const { apiKey, apiSecret, name, method, role, expiresAt, enforcedBy, policy, scope } = lease;
  const zone = inputs.connection.zone ?? '';
  const exported = exportVariables(step, keyVariables(inputs.presets, { apiKey, apiSecret, zone }));
  const outputs = {
    'api-key': apiKey,
    'api-secret': apiSecret,
    'key-name': name,
    'role-id': role?.id ?? '',
    'role-name': role?.name ?? '',
    method,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    'enforced-by': enforcedBy,
    policy: policy ? JSON.stringify(policy) : '',
  };
  for (const [output, value] of Object.entries(outputs)) core.setOutput(output, value);
  const operations = Object.values(scope?.operations ?? {}).flat();
  const mintedAt = Math.floor(Date.now() / 1000);
  const handedOut = { mintedAt, enforcedBy, operations, exported };
  saveMintState(step, {
    connection: inputs.revoke || inputs.usageReport ? inputs.connection : undefined,
    record: { method, name, apiKey, ...record, expiresAt, phase: 'handed-out' },
    inputs: toPost(inputs),
    handedOut,
  });
}
