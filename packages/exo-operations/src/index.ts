export { findOperation } from './find-operation.ts';
export { matchOperation } from './match-operation.ts';
export { operations } from './operations.ts';
export { specificationVersion } from './generated/operation-rows.ts';

export type { HttpMethod, Operation } from './operation.ts';
export type { OperationMatch } from './match-operation.ts';
