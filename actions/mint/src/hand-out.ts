// Hands the minted key to the job: the state that `post` needs, then variables and outputs.
import type { Connection, Step } from '@x/action-kit';
import { keyVariables, type Lease, type LeaseRecord } from '@x/exo-iam';

import { planExport } from './exported-variables.ts';
import { saveMintState, toPost } from './mint-state.ts';
import type { MintInputs } from './read-inputs.ts';

/**
 * The secret has to be masked before.
 *
 * @throws When the runner's files cannot be written. The state then still says that the key is not handed
 *   out.
 */
export function handOut(
  step: Step,
  { inputs, connection }: { readonly inputs: MintInputs; readonly connection: Connection },
  { lease, record }: { readonly lease: Lease; readonly record: LeaseRecord },
): void {
  const { core } = step;
  const { presets, scope: asked, zone } = inputs;
  const { apiKey, apiSecret, name, method, role, expiresAt, enforcedBy, policy, scope } = lease;
  const { endpoint } = connection;
  const variables = keyVariables(presets, { apiKey, apiSecret, zone, endpoint });
  const exported = planExport(step, variables);
  for (const variable of Object.keys(exported)) {
    core.exportVariable(variable, variables[variable]);
  }
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
  saveMintState(step, {
    connection: inputs.revoke || inputs.usageReport ? connection : undefined,
    record: { ...record, apiKey, expiresAt, phase: 'handed-out' },
    inputs: toPost(inputs),
    handedOut: {
      mintedAt: Math.floor(Date.now() / 1000),
      enforcedBy,
      operations: Object.values(scope?.operations ?? {}).flat(),
      byName: (asked.tags ?? []).length === 0,
      exported,
    },
  });
}
