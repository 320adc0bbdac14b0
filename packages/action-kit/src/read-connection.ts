// Reads the inputs that every action of ours has: the parent key and where the API is.
import { ExoIamError } from '@x/exo-iam';

import type { Connection } from './job-client.ts';
import type { Step } from './step.ts';

/**
 * The parent key, both halves from one source: the inputs `api-key` and `api-secret` if either is given,
 * else the variables `EXOSCALE_API_KEY` and `EXOSCALE_API_SECRET`. Also `zone` and `endpoint`, if given.
 * The secret is masked before this returns.
 *
 * @throws {ExoIamError} `ERR_CREDENTIALS_MISSING`, saying which half is missing where.
 */
export function readConnection({ core, env }: Step): Connection {
  const inputs = { apiKey: core.getInput('api-key'), apiSecret: core.getInput('api-secret') };
  const variables = {
    apiKey: (env['EXOSCALE_API_KEY'] ?? '').trim(),
    apiSecret: (env['EXOSCALE_API_SECRET'] ?? '').trim(),
  };
  for (const { apiSecret } of [inputs, variables]) if (apiSecret) core.setSecret(apiSecret);
  const fromInputs = Boolean(inputs.apiKey || inputs.apiSecret);
  const { apiKey, apiSecret } = fromInputs ? inputs : variables;
  if (!apiKey || !apiSecret) throw missing(fromInputs, apiKey ? 'api-secret' : 'api-key');
  const zone = core.getInput('zone');
  const endpoint = core.getInput('endpoint');
  return {
    apiKey,
    apiSecret,
    ...(!fromInputs && { fromVariables: true }),
    ...(zone && { zone }),
    ...(endpoint && { endpoint }),
  };
}

function missing(fromInputs: boolean, half: 'api-key' | 'api-secret'): ExoIamError {
  const beside = fromInputs
    ? 'Give key and secret both as inputs, or both as the variables EXOSCALE_API_KEY and EXOSCALE_API_SECRET.'
    : '';
  return new ExoIamError(
    'ERR_CREDENTIALS_MISSING',
    `The input ${half} is empty.${beside} Expected the Exoscale parent key, from a secret. Check the secret's name. An environment secret needs that environment in the job, a called workflow gets only the secrets that are passed to it, and workflows from forks and from Dependabot get none.`,
    { field: half },
  );
}
