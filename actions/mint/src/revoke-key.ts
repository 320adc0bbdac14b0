// What `post` does: revoke whatever the state says may exist.
import { createJobClient, readLeaseState, type Step } from '@x/action-kit';
import { revoke } from '@x/exo-iam';

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
  const revocation = await revoke(createJobClient(step, connection), record);
  const key = record.apiKey ?? `The key ${record.name}`;
  core.info(
    revocation.key === 'deleted'
      ? `Revoked ${key} and deleted its role.`
      : `${key} was gone already${revocation.role === 'deleted' ? '; deleted its role.' : '.'}`,
  );
  await core.summary.addRaw(revokeSummary(record, revocation), true).write();
}
