export { createAudit, findBreak } from './audit/audit.ts';
export { BrokerError } from './errors.ts';
export { createVerifier } from './identity/verify-token.ts';
export { defaultTimes } from './lease/times.ts';
export { checkCeiling } from './policy/check-ceiling.ts';
export { loadConfig } from './policy/load-config.ts';
export { firstDifference } from './policy/match-rule.ts';
export { selectRule } from './policy/select-rule.ts';
export { startBroker } from './start/start-broker.ts';

export type { Audit, AuditEntry, AuditOptions } from './audit/audit.ts';
export type { BrokerErrorCode, BrokerErrorOptions, Problem } from './errors.ts';
export type { RequestLog } from './http/app-context.ts';
export type { RateLimitSettings } from './http/rate-limits.ts';
export type { Identity, IdentityJob, IssuerKind, IssuerSettings } from './identity/identity.ts';
export type { Verifier, VerifierOptions, VerifyOptions } from './identity/verify-token.ts';
export type { LeaseTimes } from './lease/times.ts';
export type { RequestedScope } from './policy/check-ceiling.ts';
export type {
  Address,
  Ceiling,
  Config,
  KeySettings,
  OrganizationSettings,
  Rule,
  StoreSettings,
} from './policy/config.ts';
export type { Claimant } from './policy/match-rule.ts';
export type { Broker, BrokerOptions } from './start/start-broker.ts';
