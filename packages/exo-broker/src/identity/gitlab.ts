// GitLab CI: gitlab.com and self-managed instances.
import { textClaim, type Kind } from './kind.ts';

export const gitlab: Kind = {
  name: 'gitlab',
  maxLifetimeSeconds: 24 * 3600,
  bindsRecipient: false,
  reusesToken: true,
  matchable: [
    'project_id',
    'project_path',
    'namespace_id',
    'namespace_path',
    'ref',
    'ref_type',
    'ref_protected',
    'environment',
    'environment_protected',
    'pipeline_source',
  ],
  requiredMatch: 'project_id',
  eventClaim: 'pipeline_source',
  defaultEvents: undefined,
  readJob(claims) {
    const repositoryId = textClaim(claims, 'project_id');
    const run = textClaim(claims, 'pipeline_id');
    const job = textClaim(claims, 'job_id');
    if (repositoryId === undefined) return { problem: 'project_id is missing' };
    // The merge request of a fork can carry the project_* claims of its target.
    if (Object.hasOwn(claims, 'job_project_id') && claims['job_project_id'] !== repositoryId) {
      return { problem: 'job_project_id differs from project_id' };
    }
    if (run === undefined) return { problem: 'pipeline_id is missing' };
    if (job === undefined) return { problem: 'job_id is missing' };
    // A retried GitLab job has a job_id of its own.
    return { repositoryId, run, attempt: '1', job };
  },
};
