export { createSimulator } from './create-simulator.ts';
export { ExoSimError } from './exo-sim-error.ts';
export { listen } from './listen.ts';

export type { AccessKeyResource } from './legacy/access-key-resource.ts';
export type { AccessKeyScope } from './legacy/access-key-scope.ts';
export type { Answer } from './call/answer.ts';
export type { RecordedRequest } from './http/recorded-request.ts';
export type { ReceivedRequest } from './http/received-request.ts';
export type { ExoSimErrorCode } from './exo-sim-error.ts';
export type { Fault } from './http/fault.ts';
export type { FaultPlan, FaultSubject } from './http/faults.ts';
export type { ListenOptions, Listener } from './listen.ts';
export type { Decision } from './auth/authorize.ts';
export type {
  IamAssumeRolePolicy,
  IamPolicy,
  IamPolicyRule,
  IamServicePolicy,
} from './policy/iam-policy.ts';
export type { DecideInput, Simulator, SimulatorOptions } from './simulator.ts';
export type { ParentAccessKey, ParentKey } from './state/parent-keys.ts';
export type {
  AccessKey,
  ApiKey,
  AuditEvent,
  Credentials,
  IamRole,
  KeyPair,
  OperationRecord,
  OperationReference,
  Organization,
  Resource,
  Session,
  SimulatorState,
  User,
} from './state/records.ts';
export type { SavedState } from './state/saved-state.ts';
export type { Detachment } from './state/store.ts';
