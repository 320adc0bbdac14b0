// A job as GitHub would run it: mint with the preset `terraform`, apply, be refused, destroy, revoke.
// The runner has stale credentials in the two variables that Terraform prefers to the others.
import { join } from 'node:path';

import { runJob } from '@x/local-runner';

import { flat } from './run-terraform.ts';
import type { TerraformTrial } from './run-terraform.ts';

const stale = { EXOSCALE_KEY: 'EXOstale', EXOSCALE_SECRET: 'stale' };

export async function tryJob(trial: TerraformTrial): Promise<void> {
  const { context, list, simulator, command, env, folder } = trial;
  const before = simulator.requests.length;
  const result = await runJob({
    workflowFile: join(folder, 'workflow.yml'),
    workspace: folder,
    localActions: { 'x/exo-lease': context.root },
    secrets: { EXOSCALE_API_KEY: simulator.apiKey, EXOSCALE_API_SECRET: simulator.apiSecret },
    vars: { EXOSCALE_API_ENDPOINT: simulator.endpoint },
    env: { ...env, ...stale, TERRAFORM: command },
    signal: context.signal,
    write: () => {},
  });
  const outcomes = Object.fromEntries(
    result.steps.filter(({ phase }) => phase === 'main').map(({ id, outcome }) => [id, outcome]),
  );
  const seen = result.conclusion === 'success' ? '' : result.log;
  list.equal('the job', [result.conclusion, seen], ['success', '']);
  list.equal('what the minted key is made for is applied', outcomes['allowed'], 'success');
  list.equal('what it is not made for fails', outcomes['refused'], 'failure');
  list.equal('what was applied is destroyed', outcomes['destroyed'], 'success');
  list.match('and Terraform says why', flat(result.log), /Forbidden by role policy for compute/i);

  const requests = simulator.requests.slice(before);
  const done = (operation: string): number =>
    requests.filter((line) => line.includes(operation)).length;
  list.equal('one key was minted', done('create-api-key'), 1);
  list.equal('and revoked when the job ended', done('delete-api-key'), 1);
}
