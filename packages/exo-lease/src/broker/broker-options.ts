// The options for a broker, and the options that cannot be combined with them.
import type { GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import type { LeaseOptions } from '../lease/mint-lease.ts';

export interface BrokerOptions {
  readonly broker?: string;
  readonly brokerRule?: string;
  readonly brokerAudience?: string;
}

/** @throws {ExoLeaseError} `ERR_USAGE` for options that the broker decides or does not use. */
export function refuseBesideBroker(options: GlobalOptions & LeaseOptions & BrokerOptions): void {
  const { broker, brokerRule, brokerAudience } = options;
  if (broker === undefined) {
    if (brokerRule === undefined && brokerAudience === undefined) return;
    throw new ExoLeaseError(
      'ERR_USAGE',
      'The options --broker-rule and --broker-audience need --broker. Add it, or remove them.',
    );
  }
  const decided = {
    '--policy': options.policy,
    '--template': options.template,
    '--method': options.method,
    '--endpoint': options.endpoint,
    '--zone': options.zone,
    '--use-account': options.useAccount,
    '--config': options.config,
  };
  const given = Object.entries(decided).find(([, value]) => value !== undefined);
  if (!given) return;
  throw new ExoLeaseError(
    'ERR_USAGE',
    `The option ${given[0]} cannot be combined with --broker. Expected operations, tags, resources or a role; the broker's configuration decides the rest.`,
  );
}
