export { ActionError } from './errors.ts';
export { createJobClient } from './job-client.ts';
export { githubHolder } from './github-holder.ts';
export { messageOf } from './message-of.ts';
export { code, plain, plainLines, prose } from './plain-lines.ts';
export { createPostClient } from './post-client.ts';
export { readBoolean, readChoice } from './read-choice.ts';
export { readConnection } from './read-connection.ts';
export { requireRunnerFiles } from './require-runner-files.ts';
export { runStep } from './run-step.ts';
export { tryReport } from './try-report.ts';
export { writeSummary } from './write-summary.ts';

export type { ActionErrorCode, ActionErrorOptions } from './errors.ts';
export type { Connection } from './job-client.ts';
export type { RunOptions } from './run-step.ts';
export type { Step } from './step.ts';
export type { Toolkit } from './toolkit.ts';
