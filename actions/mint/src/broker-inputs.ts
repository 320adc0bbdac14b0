// What a broker is asked for, and the inputs that cannot stand beside it.
import { ActionError, readPresets, type Step } from '@x/action-kit';
import { readBrokerUrl, type LeaseRequest } from '@x/broker-client';

import type { MintInputs } from './read-inputs.ts';

export interface BrokerInputs {
  readonly url: URL;
  readonly audience: string | undefined;
  readonly request: LeaseRequest;
}

const decidedByBroker = [
  'api-key',
  'api-secret',
  'policy',
  'template',
  'endpoint',
  'zone',
  'method',
  'deadline',
  'seal-to',
] as const;

/**
 * @throws {ActionError} `ERR_INPUT_INVALID` for an input that the broker decides.
 * @throws {BrokerClientError} `ERR_BROKER_URL_INVALID`.
 */
export function readBrokerInputs({ core }: Step, inputs: MintInputs): BrokerInputs {
  const beside = decidedByBroker.find((name) => core.getInput(name) !== '');
  if (beside !== undefined) {
    throw refused(
      beside,
      'Expected operations, tags, resources or a role; the configuration of the broker decides the rest.',
    );
  }
  if (inputs.usageReport) {
    throw refused('usage-report', 'Only the parent key can read the audit trail.');
  }
  if (inputs.dryRun) {
    throw refused(
      'dry-run',
      'Only a request for a key shows what the broker grants; without broker, a dry run explains the scope and needs no key.',
    );
  }
  // The broker tells the zone with the key, so this is about the words alone.
  readPresets(core.getInput('export'), 'ch-gva-2');
  return {
    url: readBrokerUrl(inputs.broker, 'The input broker'),
    audience: core.getInput('broker-audience') || undefined,
    request: {
      rule: core.getInput('broker-rule') || undefined,
      scope: inputs.scope,
      ttl: core.getInput('ttl') || undefined,
    },
  };
}

function refused(field: string, why: string): ActionError {
  return new ActionError(
    'ERR_INPUT_INVALID',
    `The input ${field} is given beside the input broker. ${why} Remove one of them.`,
    { field },
  );
}
