export { BrokerError } from './errors.ts';

export type { BrokerErrorCode, BrokerErrorOptions, Problem } from './errors.ts';
