// Reads the inputs that every action of ours has: the parent key and where the API is.
import { ExoIamError } from '@x/exo-iam';

import type { Connection } from './job-client.ts';
import type { Step } from './step.ts';

/**
 * The parent key from `api-key` and `api-secret`, else from `EXOSCALE_API_KEY` and
 * `EXOSCALE_API_SECRET`; `zone` and `endpoint`, if given. The secret is masked before this returns.
 *
 * @throws {ExoIamError} `ERR_CREDENTIALS_MISSING`, saying which of the two is missing.
 */
export function readConnection({ core, env }: Step): Connection {
  const apiSecret = core.getInput('api-secret') || (env['EXOSCALE_API_SECRET'] ?? '').trim();
  if (apiSecret) core.setSecret(apiSecret);
  const apiKey = core.getInput('api-key') || (env['EXOSCALE_API_KEY'] ?? '').trim();
  if (!apiKey || !apiSecret) {
    const missing = apiKey ? 'api-secret' : 'api-key';
    throw new ExoIamError(
      'ERR_CREDENTIALS_MISSING',
      `The input ${missing} is empty. Expected the Exoscale key that mints others, from a secret of the repository or its environment. Check the secret's name; workflows from forks and from Dependabot get no secrets.`,
      { field: missing },
    );
  }
  const zone = core.getInput('zone');
  const endpoint = core.getInput('endpoint');
  return { apiKey, apiSecret, ...(zone && { zone }), ...(endpoint && { endpoint }) };
}
