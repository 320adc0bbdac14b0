// Plays one job of a campaign and says which laws it broke.
import { playScenario, type Job } from '@x/action-harness';
import { createClient, createIamRole } from '@x/exo-iam';

import { checkJob, type Phases } from './check-job.ts';
import type { Plan } from './create-plan.ts';

export interface Outcome {
  readonly broken: readonly string[];
  readonly mainFailed: boolean;
  readonly postFailed: boolean;
  /** With placeholders for what varies. */
  readonly story: string;
}

const mint = new URL('../../../actions/mint/', import.meta.url);
const parentAccessKey = { apiKey: 'EXOlegacy', apiSecret: 'of a key of the former kind' };

export async function playPlan(plan: Plan): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const broken: string[] = [];
  let story = '';
  const play = async (job: Job): Promise<void> => {
    const inputs = await prepare(job, plan);
    const { faults } = job.simulator;
    for (const fault of plan.mainFaults) faults.add(fault);
    try {
      const main = await job.main({ inputs, ...(plan.interrupt && { interrupt: plan.interrupt }) });
      const afterMain = leftoversOf(job);
      for (const fault of plan.postFaults) faults.add(fault);
      const post = await job.post();
      const phases: Phases = { main, post, afterMain, afterPost: leftoversOf(job) };
      broken.push(...checkJob(phases));
      const [mainFailed, postFailed] = [main.exitCode !== 0, post.exitCode !== 0];
      outcome = { broken, mainFailed, postFailed, story };
    } finally {
      story = job.transcript();
    }
  };
  try {
    const { pendingPolls } = plan;
    await playScenario(mint, play, { simulator: { parentAccessKey, pendingPolls } });
  } catch (error) {
    // The harness found a secret where none may be.
    broken.push(error instanceof Error ? error.message : String(error));
  }
  return { mainFailed: true, postFailed: true, ...outcome, broken, story };
}

async function prepare(job: Job, { method, verify }: Plan): Promise<Record<string, string>> {
  const common = { method, verify: String(verify) };
  if (method === 'scoped-role') return common;
  if (method === 'access-key') {
    const { apiKey, apiSecret } = parentAccessKey;
    return { ...common, 'api-key': apiKey, 'api-secret': apiSecret };
  }
  const client = createClient({
    credentials: job.simulator.parentKey,
    fetch: job.simulator.fetch,
    sleep: async () => {},
  });
  const rules = [
    { action: 'allow', expression: "operation in ['list-zones', 'list-instances']" },
  ] as const;
  await createIamRole(client, {
    name: 'deployer',
    policy: { 'default-service-strategy': 'deny', services: { compute: { type: 'rules', rules } } },
    'assume-role-policy': { rules: [{ action: 'allow', expression: 'true' }] },
  });
  return { ...common, operations: '', role: 'deployer', ttl: '15m' };
}

function leftoversOf({ simulator }: Job): Phases['afterMain'] {
  const { apiKeys, accessKeys, roles } = simulator.state;
  const isOurs = ({ name = '' }: { readonly name?: string }): boolean =>
    name.startsWith('exo-lease.');
  return {
    keys: [...apiKeys.values(), ...accessKeys.values()].filter(isOurs),
    roles: [...roles.values()].filter(isOurs),
  };
}
