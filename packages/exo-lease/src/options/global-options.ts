// The options of every command, with the letters that the exo CLI gives them.
import { Option, type Command } from 'commander';

import { outputFormats } from '../context.ts';

export function addGlobalOptions(program: Command): void {
  program
    .option('-z, --zone <zone>', 'zone to call, and the zone of the buckets (EXOSCALE_ZONE)')
    .option('--endpoint <url>', 'base URL of the API (EXOSCALE_API_ENDPOINT)')
    .option('-A, --use-account <name>', 'account of exoscale.toml (EXOSCALE_ACCOUNT)')
    .option('-C, --config <file>', 'configuration file (EXOSCALE_CONFIG)')
    .addOption(
      new Option('-O, --output-format <format>', 'format of results')
        .choices(outputFormats)
        .default('table'),
    )
    .option('-Q, --quiet', 'print results and errors, nothing else', false)
    .option('--yes', 'answer questions with yes', false)
    .option('-f, --force', 'the same as --yes', false)
    .option('--debug', 'print every request to standard error', false);
}
