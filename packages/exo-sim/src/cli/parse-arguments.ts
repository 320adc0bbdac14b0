// The command line's options, from text to values.
import { parseArgs } from 'node:util';

import { ExoSimError } from '../exo-sim-error.ts';

export interface CliArguments {
  readonly host: string;
  readonly port: number;
  /** Empty: all official zones. */
  readonly zones: readonly string[];
  readonly policyFile: string | undefined;
  readonly stateFile: string | undefined;
  readonly faultsFile: string | undefined;
  readonly json: boolean;
  readonly log: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly allowEmptyPolicy: boolean;
  readonly withoutBindings: readonly string[];
}

export const usage: string = `Usage: exo-sim [options]

A local Exoscale API. Prints its endpoint and a key that may use it, then serves until it is
interrupted. It forgets everything when it ends, unless it has a state file.

  --port NUMBER   port to listen on (default: a free one)
  --host HOST     address to listen on (default: 127.0.0.1)
  --zone ZONE     zone to serve, may be repeated (default: all official zones)
  --policy FILE   IAM policy of the printed key, as JSON (default: everything is allowed)
  --state FILE    keep everything, including the printed key, in this file; created if missing
  --faults FILE   requests to delay, to answer wrongly or to drop, as JSON
  --json          print one line of JSON instead of shell variables
  --log           write one line per request, and notes on policies, to standard error
  --allow-empty-policy    let a role be created without a policy; it may then do everything
  --without-binding NAME  hide a variable from policies: now, or sos:now for one class; repeatable
  --version       print the version
  --help          print this help
`;

/** @throws {ExoSimError} `ERR_INVALID_OPTION` for an unknown option or an impossible value. */
export function parseArguments(args: readonly string[]): CliArguments {
  const { port, zone, policy, state, faults, ...others } = parse(args);
  const portNumber = Number(port);
  if (!/^\d{1,5}$/.test(port) || portNumber > 65_535) {
    throw new ExoSimError(
      'ERR_INVALID_OPTION',
      `--port is ${port}; expected a number from 0 to 65535`,
    );
  }
  return {
    host: others.host,
    port: portNumber,
    zones: zone,
    policyFile: policy,
    stateFile: state,
    faultsFile: faults,
    json: others.json,
    log: others.log,
    help: others.help,
    version: others.version,
    allowEmptyPolicy: others['allow-empty-policy'],
    withoutBindings: others['without-binding'],
  };
}

function parse(args: readonly string[]): {
  host: string;
  port: string;
  zone: string[];
  policy?: string;
  state?: string;
  faults?: string;
  json: boolean;
  log: boolean;
  help: boolean;
  version: boolean;
  'allow-empty-policy': boolean;
  'without-binding': string[];
} {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '0' },
        zone: { type: 'string', multiple: true, default: [] },
        policy: { type: 'string' },
        state: { type: 'string' },
        faults: { type: 'string' },
        json: { type: 'boolean', default: false },
        log: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
        'allow-empty-policy': { type: 'boolean', default: false },
        'without-binding': { type: 'string', multiple: true, default: [] },
      },
    });
    return values;
  } catch (error) {
    throw new ExoSimError('ERR_INVALID_OPTION', (error as Error).message, { cause: error });
  }
}
