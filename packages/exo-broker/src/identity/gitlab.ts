// GitLab CI: gitlab.com and self-managed instances.
import { textClaim, type Kind } from './kind.ts';

// Before GitLab 18.2.2, the jobs of a fork's merge request have the claims of its target, with the branch of the
// fork as ref. Tokens without job_project_id may be of such a GitLab. A child pipeline can belong to one.
const mayBeOfFork = ['merge_request_event', 'external_pull_request_event', 'parent_pipeline'];

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
  unnamedDifference(match, claims) {
    const isUnnamed = (name: string): boolean => !Object.hasOwn(match, name);
    const source = textClaim(claims, 'pipeline_source') ?? '';
    const isOlder = !Object.hasOwn(claims, 'job_project_id');
    if (isUnnamed('pipeline_source') && isOlder && mayBeOfFork.includes(source)) {
      return 'pipeline_source';
    }
    // A ref of GitLab is a short name, and a tag can have the name of a branch.
    const isTag = textClaim(claims, 'ref_type') === 'tag';
    return !isUnnamed('ref') && isUnnamed('ref_type') && isTag ? 'ref_type' : undefined;
  },
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
