// The two actions beside the mint: a key that is revoked early, from another job, or by a sweep that
// asks a GitHub, which is ours, whether its job is over.
import { openFakeGitHub } from '@x/action-harness';

import { callsOf, checkTraces, jobsOf, logOf, minted, stepsOf } from './observe.ts';
import type { ActTrial } from './observe.ts';
import { runAct } from './run-act.ts';
import { repositoryName } from './workspace.ts';

// act numbers every run so.
const runId = '1';

export async function tryRevokeAndSweep(trial: ActTrial): Promise<void> {
  await tryRevoke(trial);
  await trySweep(trial);
}

async function tryRevoke({ setup, list, requests }: ActTrial): Promise<void> {
  let before = requests.length;
  const other = await runAct(setup, 'workflows/handed-over.yml');
  list.equal('revoked by another job: the jobs', jobsOf(other), [
    'mints success',
    'revokes success',
  ]);
  list.match('revoked by another job: outputs', logOf(other), /key=deleted role=deleted/);
  checkTraces(list, 'revoked by another job', { run: other, requests: requests.slice(before) });

  before = requests.length;
  const early = await runAct(setup, 'workflows/revoked-early.yml');
  list.equal('revoked early: the post has nothing to do', stepsOf(early).slice(1), [
    'key Main success',
    'revoked Main success',
    'used Main success',
    'key Post success',
  ]);
  checkTraces(list, 'revoked early', { run: early, requests: requests.slice(before) });
}

async function trySweep({ setup, list, requests }: ActTrial): Promise<void> {
  const before = requests.length;
  await runAct(setup, 'workflows/orphan.yml');
  list.equal('an orphan: one key is made', minted(requests.slice(before)), 1);
  list.equal('an orphan: and left', deleted(requests.slice(before)), 0);

  const gitHub = await openFakeGitHub({ token: 'a-token' });
  try {
    const args = ['--env', `GITHUB_API_URL=${gitHub.url}`];
    const job = { id: 4711, status: 'in_progress' };
    gitHub.repositories.set(repositoryName, { runs: { [runId]: [{ jobs: [job] }] } });
    const early = await runAct(setup, 'workflows/sweep.yml', { args });
    list.match(
      'a sweep while the job runs keeps its key',
      logOf(early),
      /revoked=0 kept=1 failed=0/,
    );

    const completedAt = new Date(Date.now() - 3_600_000).toISOString();
    const ended = { ...job, status: 'completed', conclusion: 'failure', completedAt };
    gitHub.repositories.set(repositoryName, { runs: { [runId]: [{ jobs: [ended] }] } });
    const run = await runAct(setup, 'workflows/sweep.yml', { args });
    list.match('a sweep after the job revokes it', logOf(run), /revoked=1 kept=0 failed=0/);
    checkTraces(list, 'sweep', { run, requests: requests.slice(before) });
    list.holds('the sweep asked GitHub', gitHub.requests.length > 0, gitHub.requests);
  } finally {
    await gitHub.close();
  }
}

function deleted(requests: readonly string[]): number {
  return callsOf(requests).filter((call) => call === 'delete-api-key 200').length;
}
