// `exo-lease exec`: runs a command with a key of its own, which ends with the command.
import { keyVariables, type VariablePreset } from '@x/exo-iam';

import { childEnvironment } from '../child/child-environment.ts';
import { endLease } from '../child/end-lease.ts';
import { checkExecutable } from '../child/find-executable.ts';
import { runCommand } from '../child/run-command.ts';
import { watchDeadline } from '../child/watch-deadline.ts';
import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import type { Connection } from '../credentials/resolve-connection.ts';
import { exitCodes } from '../exit-code.ts';
import { messageOf } from '../message-of.ts';
import { mintLease, toMintRequest, type LeaseOptions, type MintedLease } from '../mint-lease.ts';
import { readPresets } from '../options/read-presets.ts';
import { note, printError, warn } from '../output/messages.ts';

export interface ExecOptions extends GlobalOptions, LeaseOptions {
  readonly export: string;
}

/** The exit code: the command's own, or 75 when it succeeded and its key could not be revoked. */
export async function exec(
  context: Context,
  options: ExecOptions,
  [file = '', ...args]: readonly string[],
): Promise<number> {
  const presets = readPresets(options.export);
  const request = await toMintRequest(context, options);
  checkExecutable(context, file);
  const { client, connection } = await connect(context, options);
  // Refuses a zone that is missing before anything is minted.
  keyVariables(presets, { apiKey: '', apiSecret: '', zone: connection.zone ?? '' });
  const minted = await mintLease(
    context,
    { client, parentKey: connection.apiKey, request },
    options,
  );
  const { lease, record, journal } = minted;
  const tell = (text: string): void => note(context, text, options);
  tell(`Minted ${lease.apiKey} (${lease.name}), until ${timeOf(lease.expiresAt)}.`);
  for (const each of lease.scope?.notes ?? []) tell(`note: ${each}`);

  const running = { presets, connection, ttlSeconds: request.ttlSeconds };
  const outcome = await run(context, minted, { file, args, ...running });
  try {
    const { reason } = await endLease(context, client, {
      record,
      tell: (text) => warn(context, text),
    });
    journal(undefined);
    tell(reason);
  } catch (error) {
    printError(context, messageOf(error));
    if ('failure' in outcome || outcome.code === 0) return exitCodes.leftBehind;
    if (!outcome.hasStarted) return exitCodes.leftBehind;
  }
  if ('failure' in outcome) throw outcome.failure;
  return outcome.code;
}

interface Running {
  readonly file: string;
  readonly args: readonly string[];
  readonly presets: readonly VariablePreset[];
  readonly connection: Connection;
  readonly ttlSeconds: number;
}

type Outcome =
  | { readonly code: number; readonly hasStarted: boolean }
  | { readonly failure: unknown };

// Never throws: whatever happens, the key is revoked afterwards.
async function run(
  context: Context,
  { lease, record, journal }: MintedLease,
  { file, args, presets, connection, ttlSeconds }: Running,
): Promise<Outcome> {
  const { apiKey, apiSecret, expiresAt, enforcedBy } = lease;
  const { zone, endpoint } = connection;
  let hasStarted = false;
  let stopWatching = (): void => {};
  try {
    context.signal.throwIfAborted();
    const variables = keyVariables(presets, { apiKey, apiSecret, zone: zone ?? '' });
    const code = await runCommand(context, {
      file,
      args,
      env: childEnvironment(context.env, { presets, variables, zone, endpoint }),
      onStart: () => {
        hasStarted = true;
        markHandedOut(context, { record, journal });
        const tell = (text: string): void => warn(context, text);
        stopWatching = watchDeadline({ expiresAt, ttlSeconds, enforcedBy, now: context.now, tell });
      },
    });
    if (!hasStarted) printError(context, `${file} could not be started.`);
    return { code, hasStarted };
  } catch (failure) {
    return { failure };
  } finally {
    stopWatching();
  }
}

function markHandedOut(
  context: Context,
  { record, journal }: Pick<MintedLease, 'record' | 'journal'>,
): void {
  try {
    journal({ ...record, phase: 'handed-out' });
  } catch (error) {
    // The entry that is there says enough to find the key.
    warn(context, messageOf(error));
  }
}

function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
