// The examples as people would copy them. All are read by act; those whose steps need nothing but
// Node run to their end.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { callsOf, checkTraces, jobsOf, logOf, minted } from './observe.ts';
import type { ActTrial } from './observe.ts';
import { runAct } from './run-act.ts';

interface Example {
  readonly event: string;
  readonly jobs: readonly string[];
  readonly keys: number;
}

const dispatched = 'workflow_dispatch';
const sealedJobs = ['mint success', 'deploy success', 'revoke success'];
const runnable: Readonly<Record<string, Example>> = {
  'composite.yml': { event: dispatched, jobs: ['count success'], keys: 1 },
  'deploy.yml': { event: 'push', jobs: ['deploy success'], keys: 1 },
  'dry-run.yml': { event: 'pull_request', jobs: ['explain success'], keys: 0 },
  'matrix.yml': { event: dispatched, jobs: ['inventory success', 'inventory success'], keys: 2 },
  'proxy.yml': { event: dispatched, jobs: ['report success'], keys: 1 },
  'reusable-caller.yml': { event: 'push', jobs: ['deploy success'], keys: 1 },
  'sealed-caller.yml': { event: 'push', jobs: sealedJobs, keys: 1 },
  'sealed.yml': { event: 'push', jobs: sealedJobs, keys: 1 },
  'several-keys.yml': { event: dispatched, jobs: ['apply success'], keys: 2 },
};

// A pipeline of GitLab, which act cannot read.
const ofGitlab = 'broker-gitlab.yml';

export async function tryExamples({ setup, list, requests }: ActTrial): Promise<void> {
  const folder = join(setup.workspace.repository, 'examples');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml') && name !== ofGitlab);
  for (const file of files) {
    const path = join('examples', file);
    const read = await runAct(setup, path, { args: ['--list'] });
    list.equal(`examples/${file}: act reads it`, [read.code, trouble(read)], [0, '']);
  }
  for (const [file, { event, jobs, keys }] of Object.entries(runnable)) {
    const before = requests.length;
    const run = await runAct(setup, join('examples', file), { event });
    const own = requests.slice(before);
    const title = `examples/${file}`;
    const seen = run.code === 0 ? '' : logOf(run);
    list.equal(`${title}: its jobs`, [jobsOf(run), seen], [jobs, '']);
    list.equal(`${title}: keys minted`, minted(own), keys);
    checkTraces(list, title, { run, requests: own });
    if (file === 'deploy.yml') {
      list.equal('examples/deploy.yml: what the API was asked, in this order', callsOf(own), [
        'create-iam-role 200',
        'create-api-key 200',
        'list-zones 200',
        'list-instances 200',
        'create-instance 403',
        'delete-api-key 200',
        'delete-iam-role 200',
      ]);
    }
  }
}

function trouble(run: Parameters<typeof logOf>[0]): string {
  return run.code === 0 ? '' : logOf(run);
}
