// Reads the arguments and calls a command.
import { parseArgs } from 'node:util';

import { BrokerError } from '../errors.ts';
import { checkCommand } from './check-command.ts';
import { exitCodeOf, serveCommand, type ServeOptions } from './serve-command.ts';
import { leasesCommand, reconcileCommand, revokeCommand } from './store-commands.ts';
import { readVersion } from './version.ts';

/** The streams and signals of the process. */
export type RunContext = Pick<ServeOptions, 'write' | 'writeError' | 'onReload' | 'stopped'> &
  Partial<Pick<ServeOptions, 'broker'>>;

const usage = `Usage:
  exo-broker serve --config FILE [--json] [--audit FILE]
  exo-broker check FILE [--claims FILE]
  exo-broker leases --config FILE [--json]
  exo-broker revoke ID… --config FILE [--json]
  exo-broker reconcile --config FILE [--json]
`;

const commands = ['serve', 'check', 'leases', 'revoke', 'reconcile'];
const revokeWaitMs = 10_000;

/** The exit code. */
export async function run(argv: readonly string[], context: RunContext): Promise<number> {
  const parsed = parse(argv);
  if (typeof parsed === 'string') {
    context.writeError(`${parsed}\n${usage}`);
    return 64;
  }
  const { values, positionals } = parsed;
  if (values.help || values.version) {
    context.write(values.help ? usage : `${readVersion()}\n`);
    return 0;
  }
  const [command, ...operands] = positionals;
  const [operand] = operands;
  const { json = false, config } = values;
  const print = (line: string): void => context.write(`${line}\n`);
  const options = { json, print, now: Date.now };
  try {
    if (command === 'check' && operand !== undefined && operands.length === 1) {
      return await checkCommand(operand, { claimsFile: values.claims, print });
    }
    if (command === 'revoke' && config !== undefined && operands.length > 0) {
      return await revokeCommand(config, operands, { ...options, waitMs: revokeWaitMs });
    }
    if (config !== undefined && operands.length === 0) {
      if (command === 'leases') return await leasesCommand(config, options);
      if (command === 'reconcile') return await reconcileCommand(config, options);
      if (command === 'serve') {
        const version = readVersion();
        return await serveCommand(config, { ...context, json, version, auditFile: values.audit });
      }
    }
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error;
    context.writeError(`${error.message}\n`);
    return exitCodeOf(error);
  }
  context.writeError(`${problemOf(command, { config, operands })}\n${usage}`);
  return 64;
}

// What no command took.
function problemOf(
  command: string | undefined,
  { config, operands }: { config: string | undefined; operands: readonly string[] },
): string {
  if (command === undefined) return 'The command is missing.';
  if (!commands.includes(command)) return `exo-broker has no command ${command}.`;
  if (command === 'check') return 'check needs one file.';
  if (config === undefined) return `${command} needs --config FILE.`;
  if (command === 'revoke') return 'revoke needs the id of a lease.';
  return `${command} does not take ${operands.join(' ')}.`;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        claims: { type: 'string' },
        audit: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : 'The arguments are not valid.';
  }
}
