// What `main` does, in order: mask the identity, open, check, mask the secret, hand out.
import {
  exportVariables,
  githubHolder,
  plain,
  readPresets,
  requireRunnerFiles,
  type Step,
} from '@x/action-kit';
import { keyVariables } from '@x/exo-iam';
import { open } from '@x/seal';

import { checkLease } from './check-lease.ts';
import { stateName } from './take-back.ts';

export async function unsealLease(step: Step): Promise<void> {
  const { core } = step;
  const identity = core.getInput('identity');
  if (identity) core.setSecret(identity);
  requireRunnerFiles(step, ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV']);
  const lease = await open(core.getInput('sealed'), identity);
  core.setSecret(lease.secret);
  checkLease(lease, { job: githubHolder(step, ''), now: Date.now() });
  const { key, secret, zone, endpoint, name } = lease;
  const presets = readPresets(core.getInput('export'), zone);
  const variables = keyVariables(presets, { apiKey: key, apiSecret: secret, zone, endpoint });
  exportVariables(step, variables, {
    onPlanned: (exported) => core.saveState(stateName, JSON.stringify(exported)),
  });
  const outputs = {
    'api-key': key,
    'api-secret': secret,
    'key-name': name,
    'expires-at': lease['expires-at'],
    zone: zone ?? '',
  };
  for (const [output, value] of Object.entries(outputs)) core.setOutput(output, value);
  core.info(plain(`Opened ${key}, which works until ${lease['expires-at']}.`));
}
