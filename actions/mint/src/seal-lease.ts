// The input `seal-to`: the minted key, encrypted to one recipient. Loaded only where the input is set.
import { ActionError, type Connection } from '@x/action-kit';
import type { Holder, Lease } from '@x/exo-iam';
import { parseRecipient, seal, SealError } from '@x/seal';

import type { MintInputs } from './read-inputs.ts';

/** @throws {ActionError} `ERR_INPUT_INVALID`; the text may be a secret by mistake and is not repeated. */
export async function checkRecipient(text: string): Promise<void> {
  try {
    await parseRecipient(text);
  } catch (cause) {
    if (!(cause instanceof SealError)) throw cause;
    throw new ActionError('ERR_INPUT_INVALID', `The input seal-to: ${cause.message}`, {
      field: 'seal-to',
      cause,
    });
  }
}

interface SealOptions {
  readonly inputs: Pick<MintInputs, 'sealTo' | 'zone'>;
  readonly connection: Connection;
  readonly holder: Holder;
}

export async function sealLease(
  { apiKey, apiSecret, name, expiresAt }: Lease,
  { inputs, connection, holder }: SealOptions,
): Promise<string> {
  if (holder.kind !== 'github-run') throw new TypeError('a sealed lease belongs to a run');
  const { server, repository, repositoryId, runId, runAttempt } = holder;
  return seal(
    {
      v: 1,
      key: apiKey,
      secret: apiSecret,
      zone: inputs.zone,
      endpoint: connection.endpoint,
      name,
      'expires-at': new Date(expiresAt * 1000).toISOString(),
      holder: {
        kind: holder.kind,
        server,
        repository,
        'repository-id': repositoryId,
        run: runId,
        attempt: runAttempt,
      },
    },
    inputs.sealTo,
  );
}
