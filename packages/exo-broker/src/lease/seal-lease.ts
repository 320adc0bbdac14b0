// Seals a minted key to the recipient that the token is bound to.
import { BrokerError } from '../errors.ts';
import { holderOf } from './holder-of.ts';
import type { SealLease } from './mint-lease.ts';
import { parseRecipient, seal } from './seal.ts';

/**
 * Runs before a key is made, because some texts have the form of a recipient but cannot be sealed to.
 *
 * @throws {BrokerError} `ERR_REQUEST_INVALID`.
 */
export async function checkRecipient(recipient: string): Promise<void> {
  try {
    await parseRecipient(recipient);
  } catch (cause) {
    throw new BrokerError(
      'ERR_REQUEST_INVALID',
      'Nothing can be sealed to the recipient. Expected elr_ and an X25519 public key, as exo-lease keygen prints it.',
      { cause },
    );
  }
}

export const sealLease: SealLease = async (lease, { request, organization }) => {
  const holder = holderOf(request.identity, request.issuerUrl);
  const server = holder.kind === 'ci-job' ? holder.issuer : undefined;
  const github = 'server' in holder ? holder : undefined;
  const { repositoryId, run, attempt } = request.identity.job;
  const payload = {
    v: 1,
    key: lease.apiKey,
    secret: lease.apiSecret,
    ...(organization.zone !== '' && { zone: organization.zone }),
    endpoint: organization.client.endpoint.href,
    name: lease.name,
    'expires-at': new Date(lease.expiresAt * 1000).toISOString(),
    holder: {
      kind: holder.kind,
      server: github?.server ?? server,
      repository: github?.repository ?? (holder.kind === 'ci-job' ? holder.project : undefined),
      'repository-id': repositoryId,
      run,
      attempt,
    },
  } as const;
  try {
    return await seal(payload, request.recipient);
  } catch {
    // Without a cause, which may quote the sealed text.
    throw new BrokerError(
      'ERR_REQUEST_INVALID',
      'The lease could not be sealed, so its key is revoked. Expected a repository whose name is ASCII.',
    );
  }
};
