export { parseCommand } from './parse-command.ts';
export { parseKeyValues } from './parse-key-values.ts';

export type { WorkflowCommand } from './parse-command.ts';
export type { KeyValue } from './parse-key-values.ts';
