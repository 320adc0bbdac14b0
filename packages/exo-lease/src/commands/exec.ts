// `exo-lease exec`: runs a command with a key of its own, which ends with the command.
import { keyVariables, type VariablePreset } from '@x/exo-iam';

import { refuseBesideBroker, type BrokerOptions } from '../broker/broker-options.ts';
import { childEnvironment } from '../child/child-environment.ts';
import { checkExecutable } from '../child/find-executable.ts';
import { runCommand } from '../child/run-command.ts';
import { watchDeadline } from '../child/watch-deadline.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { exitCodes } from '../exit-code.ts';
import type { HeldLease } from '../lease/held-lease.ts';
import { keepTrying } from '../lease/keep-trying.ts';
import { leaseFromParent } from '../lease/lease-from-parent.ts';
import type { LeaseOptions } from '../lease/mint-lease.ts';
import { messageOf } from '../message-of.ts';
import { readPresets } from '../options/read-presets.ts';
import { note, printError, warn } from '../output/messages.ts';
import { sleep } from '../sleep.ts';

export interface ExecOptions extends GlobalOptions, LeaseOptions, BrokerOptions {
  readonly export: string;
}

/** The exit code: the command's own, or 75 when it succeeded and its key could not be revoked. */
export async function exec(
  context: Context,
  options: ExecOptions,
  [file = '', ...args]: readonly string[],
): Promise<number> {
  const presets = readPresets(options.export);
  refuseBesideBroker(options);
  checkExecutable(context, file);
  const lease = await (options.broker === undefined
    ? leaseFromParent(context, options, presets)
    : fromBroker(context, options));
  const tell = (text: string): void => note(context, text, options);
  const until = new Date(lease.expiresAt * 1000).toISOString();
  tell(`Minted ${lease.apiKey} (${lease.name}), until ${until}.`);
  for (const each of lease.notes) tell(`note: ${each}`);

  const outcome = await run(context, lease, { file, args, presets });
  try {
    const { now, signals } = context;
    const warnOf = (text: string): void => warn(context, text);
    tell(await keepTrying(lease.ending, { now, signals, sleep, tell: warnOf }));
  } catch (error) {
    printError(context, messageOf(error));
    const hasFailed = 'code' in outcome && outcome.hasStarted && outcome.code !== 0;
    if (!hasFailed) return exitCodes.leftBehind;
  }
  if ('failure' in outcome) throw outcome.failure;
  return outcome.code;
}

async function fromBroker(context: Context, options: ExecOptions): Promise<HeldLease> {
  const { leaseFromBroker } = await import('../broker/lease-from-broker.ts');
  return leaseFromBroker(context, options);
}

interface Running {
  readonly file: string;
  readonly args: readonly string[];
  readonly presets: readonly VariablePreset[];
}

type Outcome =
  | { readonly code: number; readonly hasStarted: boolean }
  | { readonly failure: unknown };

// Never throws, so that the key is always revoked afterwards.
async function run(
  context: Context,
  lease: HeldLease,
  { file, args, presets }: Running,
): Promise<Outcome> {
  const { apiKey, apiSecret, zone, endpoint } = lease;
  let hasStarted = false;
  let stopWatching = (): void => {};
  try {
    context.signal.throwIfAborted();
    lease.markHandedOut();
    const variables = keyVariables(presets, { apiKey, apiSecret, zone, endpoint });
    const code = await runCommand(context, {
      file,
      args,
      env: childEnvironment(context.env, { presets, variables }),
      onStart: () => {
        hasStarted = true;
        const tell = (text: string): void => warn(context, text);
        stopWatching = watchDeadline({ ...lease, now: context.now, tell });
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
