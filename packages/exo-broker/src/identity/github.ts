// GitHub Actions: github.com, GHE.com and GitHub Enterprise Server.
import { textClaim, type Kind } from './kind.ts';

const defaultEvents = ['push', 'workflow_dispatch', 'schedule', 'release'];

export const github: Kind = {
  name: 'github',
  maxLifetimeSeconds: 900,
  bindsRecipient: true,
  reusesToken: false,
  matchable: [
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'ref',
    'ref_type',
    'ref_protected',
    'environment',
    'event_name',
    'workflow_ref',
    'job_workflow_ref',
    'runner_environment',
  ],
  requiredMatch: 'repository_id',
  unnamedDifference(match, claims) {
    if (Object.hasOwn(match, 'event_name')) return undefined;
    const event = textClaim(claims, 'event_name');
    return event !== undefined && defaultEvents.includes(event) ? undefined : 'event_name';
  },
  readJob(claims) {
    const repositoryId = textClaim(claims, 'repository_id');
    const run = textClaim(claims, 'run_id');
    const attempt = textClaim(claims, 'run_attempt');
    if (repositoryId === undefined) return { problem: 'repository_id is missing' };
    if (run === undefined) return { problem: 'run_id is missing' };
    if (attempt === undefined) return { problem: 'run_attempt is missing' };
    return { repositoryId, run, attempt, job: textClaim(claims, 'check_run_id') };
  },
};
