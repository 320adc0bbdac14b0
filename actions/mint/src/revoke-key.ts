// What `post` does: revoke whatever the state says may exist.
import { createJobClient, readLeaseState, type Step } from '@x/action-kit';
import { ExoIamError, revoke, type LeaseRecord, type Revocation } from '@x/exo-iam';

import { revokeSummary } from './summary.ts';

export async function revokeKey(step: Step): Promise<void> {
  const { core } = step;
  const state = readLeaseState(step);
  if (!state) {
    core.info('Nothing to revoke: no mint was begun.');
    return;
  }
  const { connection, record } = state;
  core.setSecret(connection.apiSecret);
  const revocation = await revoke(createJobClient(step, connection), record).catch((cause) => {
    throw leftBehind(record, cause);
  });
  core.info(report(record, revocation));
  await core.summary.addRaw(revokeSummary(record, revocation), true).write();
}

function report({ name, apiKey }: LeaseRecord, { key, role }: Revocation): string {
  const gone = apiKey ? `${apiKey} was gone already` : `There is no key named ${name}`;
  const keyFate = key === 'deleted' ? `Revoked ${apiKey ?? `the key named ${name}`}` : gone;
  const roleFate = role === 'deleted' ? 'deleted its role' : 'no role of it is left';
  return `${keyFate}${key === role && key === 'deleted' ? ' and ' : '; '}${roleFate}.`;
}

function leftBehind({ name, apiKey, expiresAt }: LeaseRecord, cause: unknown): ExoIamError {
  const key = apiKey === undefined ? 'A key and a role' : `The key ${apiKey} and its role`;
  const until = new Date(expiresAt * 1000).toISOString();
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ExoIamError(
    'ERR_LEFT_BEHIND',
    `${key} may still be there, by the name ${name}: ${reason} The server accepts the key until ${until}. Delete it sooner by that name, first the key and then the role.`,
    { cause },
  );
}
