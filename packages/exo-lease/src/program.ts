// Declares the commands. The code of a command is loaded when it runs.
import { Argument, Command, Help, type Option } from 'commander';

import type { Context } from './context.ts';
import {
  addBrokerOptions,
  addLeaseOptions,
  addScopeOptions,
  collect,
} from './options/add-scope-options.ts';
import { addGlobalOptions } from './options/global-options.ts';
import { version } from './version.ts';

export interface ProgramOptions {
  readonly args: readonly string[];
  /** Only `exec` sets its exit code. */
  readonly outcome: { exitCode: number };
}

export function createProgram(context: Context, options: ProgramOptions): Command {
  const program = new Command('exo-lease')
    .description('Short-lived, scoped Exoscale keys for any shell and any CI.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help of a command')
    .showHelpAfterError('Run exo-lease --help, or exo-lease COMMAND --help.')
    .configureHelp({ showGlobalOptions: true, optionDescription })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addGlobalOptions(program);
  addExec(program, context, options);
  addMinting(program, context);
  addLeases(program, context);
  addFacts(program, context);
  return program;
}

const help = new Help();

// Help texts do not show that flags are off and lists are empty by default.
function optionDescription(option: Option): string {
  const value: unknown = option.defaultValue;
  const isEmpty = value === false || (Array.isArray(value) && value.length === 0);
  return isEmpty ? option.description : help.optionDescription(option);
}

function addExec(program: Command, context: Context, { args, outcome }: ProgramOptions): void {
  const exec = program
    .command('exec')
    .usage('[options] -- COMMAND [ARG…]')
    .description('run a command with a key of its own, which ends with the command')
    .argument('[command...]', 'after two hyphens: the command and its arguments')
    .action(async (words: readonly string[]) => {
      const [{ exec: run }, { commandAfterHyphens }] = await Promise.all([
        import('./commands/exec.ts'),
        import('./options/command-after-hyphens.ts'),
      ]);
      const command = commandAfterHyphens(args, words);
      outcome.exitCode = await run(context, exec.optsWithGlobals(), command);
    });
  addBrokerOptions(addLeaseOptions(addScopeOptions(exec))).option(
    '--export <names>',
    'variables to set: exoscale, terraform, sos',
    'exoscale',
  );
}

function addMinting(program: Command, context: Context): void {
  const create = program
    .command('create')
    .description('mint a key and print it; its secret once')
    .action(async () => {
      const { create: run } = await import('./commands/create.ts');
      await run(context, create.optsWithGlobals());
    });
  addBrokerOptions(addLeaseOptions(addScopeOptions(create))).option(
    '--seal-to <recipient>',
    'print the secret sealed to a recipient (elr_…)',
  );
  const explain = program
    .command('explain')
    .description('print the policy of a scope; needs no key and sends no request')
    .action(async () => {
      const { explain: run } = await import('./commands/explain.ts');
      await run(context, explain.optsWithGlobals());
    });
  addScopeOptions(explain).option('--ttl <duration>', 'how long the key works', '15m');
}

function addLeases(program: Command, context: Context): void {
  const legacy = ['--legacy', 'look for legacy access keys too', false] as const;
  const list = program
    .command('list')
    .description('list the leases that exist')
    .option('--prefix <prefix>', 'only those whose names begin with it')
    .option(...legacy)
    .action(async () => {
      const { list: run } = await import('./commands/list.ts');
      await run(context, list.optsWithGlobals());
    });
  const show = program
    .command('show')
    .description('show one lease')
    .argument('<key|name>', 'the key (EXO…) or the name of the lease')
    .option(...legacy)
    .action(async (lease: string) => {
      const { show: run } = await import('./commands/show.ts');
      await run(context, show.optsWithGlobals(), lease);
    });
  const revoke = program
    .command('revoke')
    .description('end leases now')
    .argument('[key|name...]', 'keys (EXO…) or names of leases')
    .option('--all', 'every lease with the prefix, including those of running jobs', false)
    .option('--repository <owner/name>', 'with --all: only leases of a GitHub repository')
    .option('--run <id>', 'with --all: only leases of a run or pipeline')
    .option('--prefix <prefix>', 'with --all: the prefix of their names', 'exo-lease')
    .option('--dry-run', 'say what would be revoked, and revoke nothing', false)
    .option(...legacy)
    .action(async (names: readonly string[]) => {
      const { revokeLeases } = await import('./commands/revoke.ts');
      await revokeLeases(context, revoke.optsWithGlobals(), names);
    });
  const sweep = program
    .command('sweep')
    .description('revoke the leases that outlived their job or their deadline')
    .option('--prefix <prefix>', 'the prefix of their names', 'exo-lease')
    .option('--grace <duration>', 'how long to leave a lease alone after its end', '5m')
    .option('--max-keys <count>', 'revoke at most this many', '1000')
    .option('--dry-run', 'say what would be revoked, and revoke nothing', false)
    .option(...legacy)
    .addHelpText(
      'after',
      '\nWith GITHUB_TOKEN, sweep asks GitHub which jobs are over. Otherwise deadlines decide.',
    )
    .action(async () => {
      const { sweepLeases } = await import('./commands/sweep.ts');
      await sweepLeases(context, sweep.optsWithGlobals());
    });
  const usage = program
    .command('usage')
    .description('compare what a key was granted with what it used')
    .argument('<key|name>', 'the key (EXO…) or the name of the lease')
    .action(async (lease: string) => {
      const { usage: run } = await import('./commands/usage.ts');
      await run(context, usage.optsWithGlobals(), lease);
    });
}

function addFacts(program: Command, context: Context): void {
  const operations = program
    .command('operations')
    .description('list the operations that a scope can name')
    .argument('[text]', 'only those whose name contains it')
    .option('--mine', 'only those that the key in use may do', false)
    .option('--tag <names>', 'only those of a tag, such as compute or compute:read', collect, [])
    .action(async (text: string | undefined) => {
      const { operations: run } = await import('./commands/operations.ts');
      await run(context, operations.optsWithGlobals(), text);
    });
  const keygen = program
    .command('keygen')
    .description('make a key pair for sealed leases')
    .action(async () => {
      const { keygen: run } = await import('./commands/keygen.ts');
      await run(context, keygen.optsWithGlobals());
    });
  const open = program
    .command('open')
    .description('open a sealed lease')
    .argument('[file]', 'the file that holds it (default: standard input)')
    .option('--identity <file>', 'the file that holds the identity (EXO_LEASE_IDENTITY)')
    .action(async (file: string | undefined) => {
      const { open: run } = await import('./commands/open.ts');
      await run(context, open.optsWithGlobals(), file);
    });
  program
    .command('completion')
    .description('print the completion script of a shell')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completion } = await import('./commands/completion.ts');
      completion(context, shell);
    });
}
