export {
  createAccessKey,
  getAccessKey,
  listAccessKeyKnownOperations,
  listAccessKeyOperations,
  listAccessKeys,
  revokeAccessKey,
} from './client/access-key.ts';
export { createApiKey, deleteApiKey, getApiKey, listApiKeys } from './client/api-key.ts';
export { assumeIamRole } from './client/assume-iam-role.ts';
export { createClient } from './client/create-client.ts';
export { listEvents } from './client/event.ts';
export { forEachZone } from './client/for-each-zone.ts';
export { getIamOrganizationPolicy } from './client/iam-organization-policy.ts';
export {
  createIamRole,
  deleteIamRole,
  getIamRole,
  listIamRoles,
  updateIamRole,
  updateIamRolePolicy,
} from './client/iam-role.ts';
export { waitForOperation } from './client/operation.ts';
export { getOrganization } from './client/organization.ts';
export { isZoneName } from './client/is-zone-name.ts';
export { listZones } from './client/zone.ts';
export { ExoIamError, hasCode } from './errors.ts';
export { findLease } from './lease/find-lease.ts';
export { findLeases } from './lease/find-leases.ts';
export { leaseMethods } from './lease/lease-method.ts';
export { formatLeaseName, parseLeaseName } from './lease/lease-name.ts';
export { mint } from './lease/mint.ts';
export { parseDuration } from './lease/parse-duration.ts';
export { parseTtl } from './lease/parse-ttl.ts';
export { prepareLease } from './lease/prepare-lease.ts';
export { revoke } from './lease/revoke.ts';
export { sweep } from './lease/sweep.ts';
export { compileScope } from './scope/compile-scope.ts';
export { parseList } from './scope/parse-list.ts';
export { resolveTemplate } from './scope/resolve-template.ts';
export { withDeadline } from './scope/with-deadline.ts';
export { readsAreNotRecorded, summarizeUsage } from './usage/summarize-usage.ts';
export { usageReport } from './usage/usage-report.ts';

export type {
  AccessKey,
  AccessKeyOperation,
  AccessKeyResource,
  CreatedAccessKey,
  NewAccessKey,
} from './client/access-key.ts';
export type { ApiKey, CreatedApiKey } from './client/api-key.ts';
export type {
  AssumedRole,
  AssumeIamRoleOptions,
  IamAssumeRolePolicy,
  IamAssumeRoleRule,
} from './client/assume-iam-role.ts';
export type {
  Callable,
  CallOptions,
  Client,
  ClientOptions,
  RequestOptions,
} from './client/create-client.ts';
export type { EndpointOptions } from './client/endpoint.ts';
export type { AuditEvent, AuditUser, ListEventsOptions } from './client/event.ts';
export type { ForEachZoneOptions, ZoneFailure, ZoneOutcomes } from './client/for-each-zone.ts';
export type {
  IamRole,
  IamRolePermission,
  IamRoleSettings,
  NewIamRole,
  UpdateIamRoleOptions,
  UpdateIamRolePolicyOptions,
} from './client/iam-role.ts';
export type { ApiOperation, WaitOptions } from './client/operation.ts';
export type { Organization } from './client/organization.ts';
export type { Sleep } from './client/sleep.ts';
export type { Exchange, TransportOptions } from './client/transport.ts';
export type { Zone } from './client/zone.ts';
export type { ExoIamErrorCode, ExoIamErrorOptions } from './errors.ts';
export type { LeaseSelection } from './lease/find-lease.ts';
export type { FindOptions, FoundLease } from './lease/find-leases.ts';
export type { Journal, LeaseRecord } from './lease/journal.ts';
export type { LeaseMethod } from './lease/lease-method.ts';
export type { LeaseIdentity } from './lease/lease-name.ts';
export type { EnforcedBy, LeaseScope, MintRequest, PreparedLease } from './lease/method.ts';
export type { Lease, MintOptions } from './lease/mint.ts';
export type { DurationLimits } from './lease/parse-duration.ts';
export type { Removal } from './lease/remove-keys.ts';
export type { Revocation } from './lease/revoke.ts';
export type { JobVerdict, SweepOptions, SweptLease } from './lease/sweep.ts';
export type { IamPolicy, IamRule, IamServicePolicy } from './scope/policy.ts';
export type { CompiledScope, Scope, Template } from './scope/scope.ts';
export type { OperationUse } from './usage/count-by-operation.ts';
export type { AuditTrail, UsageReport, UsedLease } from './usage/summarize-usage.ts';
export type { Credentials } from '@x/exo-signer';
