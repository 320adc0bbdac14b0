export { findOperation } from './find-operation.ts';
export { fromLegacySosName } from './legacy-sos-name.ts';
export { matchOperation } from './match-operation.ts';
export { operations } from './operations.ts';
export { s3Operations } from './s3-operations.ts';
export { serviceClasses } from './service-classes.ts';
export { specificationVersion } from './generated/operation-rows.ts';

export type { HttpMethod, Operation } from './operation.ts';
export type { OperationName } from './generated/operation-name.ts';
export type { OperationMatch } from './match-operation.ts';
export type { S3Operation } from './s3-operations.ts';
export type { ServiceClass } from './service-classes.ts';
