// What the revoke action does: find the lease by its key or name, revoke it, say what became of it.
import {
  ActionError,
  createJobClient,
  plain,
  readBoolean,
  readConnection,
  requireRunnerFiles,
  type Step,
} from '@x/action-kit';
import { findLease, revoke, type Revocation } from '@x/exo-iam';

export async function revokeLease(step: Step): Promise<void> {
  const { core, signal } = step;
  requireRunnerFiles(step, ['GITHUB_OUTPUT']);
  if (core.getInput('broker')) {
    const { revokeByBroker } = await import('./revoke-by-broker.ts');
    return revokeByBroker(step);
  }
  const connection = readConnection(step);
  const lease = core.getInput('key');
  if (!lease) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      'The input key is empty. Expected the output api-key or key-name of the mint action. If it comes from another job, GitHub may have dropped it, with a warning in that job: it drops a job output that contains a masked value, such as a short secret. Then use the other output, or revoke in the job that minted.',
      { field: 'key' },
    );
  }
  const client = createJobClient(step, connection);
  const legacy = readBoolean(step, 'legacy');
  const found = await findLease(client, { lease, legacy, signal });
  const revocation: Pick<Revocation, 'key' | 'role'> = found
    ? await revoke(client, found.record, { signal })
    : { key: 'gone', role: 'gone' };
  core.setOutput('key', revocation.key);
  core.setOutput('role', revocation.role);
  if (found) core.info(`${found.record.name}: key ${revocation.key}, role ${revocation.role}.`);
  else noticeNothingFound(step, lease, legacy);
}

// Not a failure, since revoking a key twice is allowed. But the API lists only what exists, so without
// this notice a mistyped key would look revoked.
function noticeNothingFound({ core }: Step, lease: string, legacy: boolean): void {
  const unasked = legacy ? '' : ' Legacy access keys were not checked.';
  core.notice(
    plain(
      `The API lists neither a key nor a role of ${lease}. It was already revoked, or is mistyped, or is a session of an assumed role, which expires by itself; the API does not tell these apart.${unasked}`,
    ),
    { title: 'Nothing was revoked' },
  );
}
