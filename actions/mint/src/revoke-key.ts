// What `post` does: blank what was exported, and revoke whatever the state says may exist.
import { createJobClient, type Step } from '@x/action-kit';
import {
  ExoIamError,
  revoke,
  usageReport,
  type Client,
  type LeaseRecord,
  type Revocation,
  type UsageReport,
} from '@x/exo-iam';

import { blankVariables } from './exported-variables.ts';
import { readMintState, type MintState } from './mint-state.ts';
import { endSummary } from './summary.ts';

export async function revokeKey(step: Step): Promise<void> {
  const { core } = step;
  const state = readMintState(step);
  if (!state) {
    core.info('Nothing to revoke: no mint was begun.');
    return;
  }
  const { connection, record, inputs, handedOut } = state;
  core.setSecret(connection.apiSecret);
  if (handedOut) blankVariables(step, handedOut.exported);
  if (handedOut && !inputs.revoke) {
    const until = new Date(record.expiresAt * 1000).toISOString();
    core.info(
      `${record.apiKey} is not revoked, as the input revoke says. Its deadline is ${until}.`,
    );
    return;
  }
  const client = createJobClient(step, connection);
  const revocation = await revokeOrExplain(step, client, state);
  if (!revocation) return;
  core.info(report(record, revocation));
  const usage = inputs.usageReport ? await reportUsage(step, client, state) : undefined;
  if (!inputs.summary) return;
  const endedAt = Math.floor(Date.now() / 1000);
  const summary = endSummary({ record, handedOut, revocation, endedAt, usage });
  await core.summary.addRaw(summary, true).write();
}

async function revokeOrExplain(
  { core }: Step,
  client: Client,
  { record, inputs }: MintState,
): Promise<Revocation | undefined> {
  try {
    return await revoke(client, record);
  } catch (cause) {
    const error = leftBehind(record, cause);
    if (inputs.onRevokeFailure === 'fail') throw error;
    core.warning(error.message, { title: 'The Exoscale key was not revoked' });
    return undefined;
  }
}

function report({ name, apiKey, expiresAt }: LeaseRecord, { key, role }: Revocation): string {
  if (key === 'expires') {
    return `${apiKey ?? name} cannot be revoked; the server ends it at ${new Date(expiresAt * 1000).toISOString()}.`;
  }
  const gone = apiKey ? `${apiKey} was gone already` : `There is no key named ${name}`;
  const keyFate = key === 'deleted' ? `Revoked ${apiKey ?? `the key named ${name}`}` : gone;
  if (role === 'kept') return `${keyFate}.`;
  const roleFate = role === 'deleted' ? 'deleted its role' : 'no role of it is left';
  return `${keyFate}${key === role && key === 'deleted' ? ' and ' : '; '}${roleFate}.`;
}

function leftBehind({ method, name, apiKey, expiresAt }: LeaseRecord, cause: unknown): ExoIamError {
  const key = apiKey === undefined ? 'A key' : `The key ${apiKey}`;
  const scoped = method === 'scoped-role';
  const what = scoped ? `${key} and its role` : key;
  const until = new Date(expiresAt * 1000).toISOString();
  const end = scoped
    ? `The server accepts the key until ${until}.`
    : `Nothing but a sweep ends it, which takes it from ${until} on.`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ExoIamError(
    'ERR_LEFT_BEHIND',
    `${what} may still be there, by the name ${name}: ${reason} ${end} Delete it sooner by that name, first the key and then the role.`,
    { cause },
  );
}

// A report is not worth a failed job: the parent key may not be allowed to read the audit trail.
async function reportUsage(
  { core }: Step,
  client: Client,
  { record, handedOut }: MintState,
): Promise<UsageReport | undefined> {
  if (!handedOut || record.apiKey === undefined) return undefined;
  const { mintedAt, operations } = handedOut;
  const until = new Date();
  const since = new Date(mintedAt * 1000);
  try {
    const lease = { apiKey: record.apiKey, name: record.name, operations, since, until };
    const usage = await usageReport(client, lease);
    for (const { operation, count } of usage.used)
      core.info(`  used    ${operation}, ${count} times`);
    for (const operation of usage.unused) core.info(`  unused  ${operation}`);
    core.info(`  ${usage.note}`);
    return usage;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    core.warning(`The audit trail could not be read: ${why}`, { title: 'No usage report' });
    return undefined;
  }
}
