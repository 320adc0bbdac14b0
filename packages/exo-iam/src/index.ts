export {
  createAccessKey,
  getAccessKey,
  listAccessKeyKnownOperations,
  listAccessKeyOperations,
  listAccessKeys,
  revokeAccessKey,
} from './resources/access-key.ts';
export { createApiKey, deleteApiKey, getApiKey, listApiKeys } from './resources/api-key.ts';
export { assumeIamRole } from './resources/assume-iam-role.ts';
export { createIamRole } from './resources/create-iam-role.ts';
export { isLoopback, isZoneName, resolveEndpoint } from './client/endpoint.ts';
export { createClient } from './client/create-client.ts';
export { listEvents } from './resources/event.ts';
export { forEachZone } from './resources/for-each-zone.ts';
export { getIamOrganizationPolicy } from './resources/iam-organization-policy.ts';
export {
  deleteIamRole,
  getIamRole,
  listIamRoles,
  updateIamRole,
  updateIamRolePolicy,
} from './resources/iam-role.ts';
export { waitForOperation } from './resources/operation.ts';
export { getOrganization } from './resources/organization.ts';
export { listZones } from './resources/zone.ts';
export { ExoIamError, hasCode } from './errors.ts';
export { findLease, findLeases } from './lease/find-leases.ts';
export { allowanceOf } from './lease/allowance.ts';
export { countOutcomes } from './lease/count-outcomes.ts';
export { describeHolder } from './lease/describe-holder.ts';
export { describeLease } from './lease/describe-lease.ts';
export { describePlan } from './lease/describe-plan.ts';
export { checkPrefix, formatLeaseName } from './lease/format-lease-name.ts';
export { leaseMethods } from './lease/journal.ts';
export { keyVariables, variablePresets } from './lease/key-variables.ts';
export { parseLeaseName } from './lease/lease-name.ts';
export { mint } from './lease/mint.ts';
export { parseDuration, parseTtl } from './scope/parse-duration.ts';
export { planLease } from './lease/plan-lease.ts';
export { repositoryHash, serverHash } from './lease/short-hash.ts';
export { revoke } from './lease/revoke.ts';
export { selectLeases } from './lease/select-leases.ts';
export { sweep } from './lease/sweep.ts';
export { verifyKey } from './lease/verify-key.ts';
export { compileScope } from './scope/compile-scope.ts';
export { parseList } from './scope/parse-list.ts';
export { resolveTemplate } from './lease/resolve-template.ts';
export { visible } from './scope/visible.ts';
export { withDeadline } from './scope/with-deadline.ts';
export type { DeadlineOptions } from './scope/with-deadline.ts';
export { readsAreNotRecorded, summarizeUsage } from './usage/summarize-usage.ts';
export { usageReport } from './usage/usage-report.ts';

export type {
  AccessKey,
  AccessKeyOperation,
  AccessKeyResource,
  CreatedAccessKey,
  NewAccessKey,
} from './resources/access-key.ts';
export type { ApiKey, CreatedApiKey } from './resources/api-key.ts';
export type {
  AssumedRole,
  AssumeIamRoleOptions,
  IamAssumeRolePolicy,
  IamAssumeRoleRule,
} from './resources/assume-iam-role.ts';
export type {
  Callable,
  CallOptions,
  Client,
  ClientKey,
  ClientOptions,
  RequestOptions,
} from './client/create-client.ts';
export type { Budget, BudgetOptions } from './client/budget.ts';
export type { EndpointOptions } from './client/endpoint.ts';
export type { AuditEvent, AuditUser, ListEventsOptions } from './resources/event.ts';
export type { ForEachZoneOptions, ZoneFailure, ZoneOutcomes } from './resources/for-each-zone.ts';
export type {
  IamRole,
  IamRolePermission,
  IamRoleSettings,
  NewIamRole,
  UpdateIamRoleOptions,
  UpdateIamRolePolicyOptions,
} from './resources/iam-role.ts';
export type { ApiOperation, WaitOptions } from './resources/operation.ts';
export type { Organization } from './resources/organization.ts';
export type { Sleep } from './client/sleep.ts';
export type { Exchange, TransportOptions } from './client/transport.ts';
export type { Zone } from './resources/zone.ts';
export type { ExoIamErrorCode, ExoIamErrorOptions } from './errors.ts';
export type { FindOptions, FoundLease, LeaseSelection } from './lease/find-leases.ts';
export type { Allowance } from './lease/allowance.ts';
export type { OutcomeCounts } from './lease/count-outcomes.ts';
export type { DescribeOptions } from './lease/describe-lease.ts';
export type { LeaseNameParts } from './lease/format-lease-name.ts';
export type { CiJob, GithubJob, GithubRun, Holder, LocalHolder } from './lease/holder.ts';
export type { Journal, LeaseMethod, LeasePhase, LeaseRecord, Revocable } from './lease/journal.ts';
export type { Exportable, VariablePreset } from './lease/key-variables.ts';
export type { LeaseName } from './lease/lease-name.ts';
export type { KeyFacts } from './lease/method.ts';
export type { EnforcedBy, LeaseScope, MintRequest } from './lease/mint-request.ts';
export type { NamedCiJob, NamedHolder, NamedJob, NamedRun } from './lease/named-holder.ts';
export type { PlannedLease } from './lease/plan-lease.ts';
export type { Lease, MintOptions } from './lease/mint.ts';
export type { DurationLimits } from './scope/parse-duration.ts';
export type { Removal } from './lease/remove-keys.ts';
export type { Revocation } from './lease/revocation.ts';
export type { LeaseLimits } from './lease/select-leases.ts';
export type { JobVerdict, SweepOptions, SweptLease } from './lease/sweep.ts';
export type { IamPolicy, IamRule, IamServicePolicy } from './resources/iam-policy.ts';
export type { CompiledScope, Scope, Template } from './scope/scope.ts';
export type { OperationUse } from './usage/count-by-operation.ts';
export type { AuditTrail, UsageReport, UsedLease } from './usage/summarize-usage.ts';
export type { Credentials } from '@x/exo-signer';
