// The input `broker`: ends a lease of a broker by an OIDC token of the job that asked for it.
import { setTimeout as delay } from 'node:timers/promises';

import { ActionError, plain, type Step } from '@x/action-kit';
import { createBrokerClient, readBrokerUrl } from '@x/broker-client';

const limitMs = 60_000;

export async function revokeByBroker({ core, env, signal }: Step): Promise<void> {
  const url = readBrokerUrl(core.getInput('broker'), 'The input broker');
  const id = core.getInput('lease-id');
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      'The input lease-id is not the id of a lease. Expected the output lease-id of a mint action that has the input broker.',
      { field: 'lease-id' },
    );
  }
  const beside = ['api-key', 'api-secret', 'key', 'endpoint'].find((name) => core.getInput(name));
  if (beside !== undefined) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      `The input ${beside} is given beside the input broker, which knows the lease by its id. Remove one of them.`,
      { field: beside },
    );
  }
  const client = createBrokerClient({
    url,
    id,
    audience: core.getInput('broker-audience') || undefined,
    env,
    sleep: (ms, until) => delay(ms, undefined, { signal: until }),
  });
  const outcome = await client.end(undefined, { signal, limitMs });
  core.setOutput('key', outcome);
  core.setOutput('role', '');
  core.info(plain(`Lease ${id}: ${outcome}.`));
}
