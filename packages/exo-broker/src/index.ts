export { createAudit, findBreak } from './audit/audit.ts';
export { BrokerError } from './errors.ts';
export { createVerifier } from './identity/verify-token.ts';
export { checkCeiling } from './policy/check-ceiling.ts';
export { loadConfig } from './policy/load-config.ts';
export { firstDifference } from './policy/match-rule.ts';
export { selectRule } from './policy/select-rule.ts';

export type { Audit, AuditEntry, AuditOptions } from './audit/audit.ts';
export type { BrokerErrorCode, BrokerErrorOptions, Problem } from './errors.ts';
export type { Identity, IdentityJob, IssuerKind, IssuerSettings } from './identity/identity.ts';
export type { Verifier, VerifierOptions, VerifyOptions } from './identity/verify-token.ts';
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
