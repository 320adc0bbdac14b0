// The command line, from text to values.
import { parseArgs } from 'node:util';

export const usage = `Usage: node tools/live/run.ts [options]

Asks the Exoscale API what its documentation leaves open, with small experiments in the account of
the key in EXOSCALE_API_KEY and EXOSCALE_API_SECRET, and prints a Markdown table. Everything it makes
is deleted again, also on Ctrl-C. It takes about two minutes.

  --zone ZONE       whose endpoint to call (default: ch-gva-2)
  --endpoint URL    the API's base URL, instead of the zone's
  --bucket NAME     a bucket in that zone, for the question about object storage
  --only ID[,ID]    ask these alone
  --help            print this, with the ids
`;

export interface Arguments {
  readonly zone: string;
  readonly endpoint: string;
  readonly bucket: string | undefined;
  /** Empty: all. */
  readonly only: readonly string[];
  readonly help: boolean;
}

/** @throws {TypeError} For an option that is not known. */
export function parseArguments(args: readonly string[]): Arguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      zone: text,
      endpoint: text,
      bucket: text,
      only: text,
      help: { type: 'boolean' },
    },
  });
  // An input of a workflow that was left empty arrives as an empty text.
  const zone = values.zone || 'ch-gva-2';
  return {
    zone,
    endpoint: values.endpoint || `https://api-${zone}.exoscale.com/v2`,
    bucket: values.bucket || undefined,
    only: (values.only ?? '').split(',').filter((id) => id !== ''),
    help: values.help ?? false,
  };
}
