export { LocalRunnerError } from './errors.ts';
export { wantsColor } from './log/wants-color.ts';
export { startIssuer } from './oidc/start-issuer.ts';
export { runJob } from './run-job.ts';

export type { LocalRunnerErrorCode } from './errors.ts';
export type {
  Annotation,
  AnnotationLevel,
  JobResult,
  StepPhase,
  StepResult,
  StepStatus,
} from './job-result.ts';
export type { IdTokenVariables, Issuer } from './oidc/start-issuer.ts';
export type { RunJobOptions } from './run-job-options.ts';
