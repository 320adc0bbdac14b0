export { createBrokerClient } from './create-broker-client.ts';
export { BrokerClientError, isCertain } from './errors.ts';
export { readBrokerUrl } from './read-broker-url.ts';
export { requestLease } from './request-lease.ts';

export type { BrokerClient, BrokerClientOptions, LeaseRequest } from './create-broker-client.ts';
export type { BrokerClientErrorCode } from './errors.ts';
export type { OpenedLease, RequestLeaseOptions } from './request-lease.ts';
