// Where act is no GitHub. Each difference is checked as act has it, so that one that goes away is
// noticed, and told, so that nobody takes it for what our actions do on GitHub.
import { checkTraces, jobsOf, logOf } from './observe.ts';
import type { ActTrial } from './observe.ts';
import { runAct } from './run-act.ts';

export const differences: readonly string[] = [
  'act differs: job.check_run_id is empty; GitHub names the job there, and the name of the key holds it',
  'act differs: a job output that holds a masked value is handed on; GitHub drops it',
  'act differs: actions run with the node on the PATH, whatever `using` says',
  'act differs: masks are literal; GitHub also masks base64, JSON and URL forms of a secret',
];

export async function tryDifferences({ setup, list, requests }: ActTrial): Promise<void> {
  const before = requests.length;
  const run = await runAct(setup, 'workflows/job-outputs.yml');
  const log = logOf(run);
  list.equal('job outputs: the jobs', jobsOf(run), ['mints success', 'reads success']);
  checkTraces(list, 'job outputs', { run, requests: requests.slice(before) });
  list.match('act differs: job.check_run_id is empty', log, /check_run_id=«»/);
  list.match('job outputs: the key id arrives, as on GitHub', log, /the key has arrived/);
  list.match('act differs: a masked job output arrives', log, /the secret has arrived/);
}
