// The parts that one phase of an action needs, for a harness that runs single phases.
export { createCommandFiles } from './commands/command-files.ts';
export { parseCommand } from './commands/parse-command.ts';
export { parseKeyValues } from './commands/parse-key-values.ts';
export { interpolate } from './expressions/interpolate.ts';
export { startIssuer } from './oidc/start-issuer.ts';
export { buildStepEnvironment } from './process/step-environment.ts';
export { toInputVariables, toStateVariables } from './steps/phase-variables.ts';
export { readAction } from './workflow/read-action.ts';

export type { CommandFiles } from './commands/command-files.ts';
export type { IdTokenVariables, Issuer } from './oidc/start-issuer.ts';
