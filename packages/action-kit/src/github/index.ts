export { createJobLookup } from './job-lookup.ts';

export type { JobLookup } from './job-lookup.ts';
