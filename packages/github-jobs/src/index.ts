export { GithubJobsError } from './errors.ts';
export { createJobLookup } from './job-lookup.ts';

export type { GithubJobsErrorCode, GithubJobsErrorOptions } from './errors.ts';
export type { JobLookup, JobLookupOptions } from './job-lookup.ts';
