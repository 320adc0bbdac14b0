export { createApiKey, deleteApiKey, getApiKey, listApiKeys } from './client/api-key.ts';
export { createClient } from './client/create-client.ts';
export { createIamRole, deleteIamRole, listIamRoles } from './client/iam-role.ts';
export { waitForOperation } from './client/operation.ts';
export { listZones } from './client/zone.ts';
export { ExoIamError, hasCode } from './errors.ts';
export { formatLeaseName, parseLeaseName } from './lease/lease-name.ts';
export { mint } from './lease/mint.ts';
export { parseTtl } from './lease/parse-ttl.ts';
export { revoke } from './lease/revoke.ts';
export { compileScope } from './scope/compile-scope.ts';
export { parseList } from './scope/parse-list.ts';
export { withDeadline } from './scope/with-deadline.ts';

export type { ApiKey, CreatedApiKey } from './client/api-key.ts';
export type {
  Callable,
  CallOptions,
  Client,
  ClientOptions,
  RequestOptions,
} from './client/create-client.ts';
export type { EndpointOptions } from './client/endpoint.ts';
export type { IamRole, NewIamRole } from './client/iam-role.ts';
export type { ApiOperation, WaitOptions } from './client/operation.ts';
export type { Sleep } from './client/sleep.ts';
export type { Exchange, TransportOptions } from './client/transport.ts';
export type { Zone } from './client/zone.ts';
export type { ExoIamErrorCode, ExoIamErrorOptions } from './errors.ts';
export type { Journal, LeaseRecord } from './lease/journal.ts';
export type { LeaseIdentity } from './lease/lease-name.ts';
export type { Lease, MintOptions, MintRequest } from './lease/mint.ts';
export type { Revocation } from './lease/revoke.ts';
export type { CompiledScope, Scope } from './scope/compile-scope.ts';
export type { IamPolicy, IamRule, IamServicePolicy } from './scope/policy.ts';
