// The mutable side of the state, with the effects that changing it needs: clock and randomness.
import { allowEverything, denyEverything, type IamPolicy } from '../policy/iam-policy.ts';
import { newUuid, type RandomBytes } from './identifiers.ts';
import type {
  AccessKey,
  ApiKey,
  AuditEvent,
  IamRole,
  OperationRecord,
  Resource,
  Session,
  SimulatorState,
} from './records.ts';

/** A moment that counts as reached once the clock shows it and its operation has succeeded. */
export interface Gate {
  readonly at: number;
  readonly operationId: string;
}

/** A deleted key whose role still counts as attached. */
export interface Detachment extends Gate {
  readonly roleId: string;
}

export interface StoreOptions {
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly pendingPolls: number;
  readonly roleVisibleAfterMs: number;
  readonly roleDetachedAfterMs: number;
  readonly organizationPolicy: IamPolicy;
  /** Variables that rules do not see: `now`, or `sos:now` for one class. */
  readonly withoutBindings: readonly string[];
  /** Whether a role can be created without a policy. It may then do everything. */
  readonly allowEmptyPolicy: boolean;
  readonly onNote: (message: string) => void;
}

export interface Store extends SimulatorState {
  readonly options: StoreOptions;
  readonly ownerRoleId: string;
  /** Every change has an event, except a poll that changes an operation. */
  revision: number;
  organizationPolicy: IamPolicy;
  readonly apiKeys: Map<string, ApiKey>;
  readonly roles: Map<string, IamRole>;
  readonly sessions: Map<string, Session>;
  readonly accessKeys: Map<string, AccessKey>;
  readonly operations: Map<string, OperationRecord>;
  readonly events: AuditEvent[];
  readonly resources: Map<string, Resource>;
  /** The zone of each item that belongs to one, by path. */
  readonly resourceZones: Map<string, string>;
  readonly roleGates: Map<string, Gate>;
  detachments: readonly Detachment[];
}

/** A new organization with its two built-in roles and no key. */
export function createStore(options: StoreOptions): Store {
  const owner = builtInRole(options, 'Owner', allowEverything);
  const billing = builtInRole(options, 'Billing', denyEverything);
  return {
    options,
    revision: 0,
    ownerRoleId: owner.id,
    organization: { id: newUuid(options.random), name: 'Simulated Organization' },
    organizationPolicy: options.organizationPolicy,
    apiKeys: new Map(),
    roles: new Map([owner, billing].map((role) => [role.id, role])),
    users: [{ id: newUuid(options.random), email: 'owner@example.org', roleId: owner.id }],
    sessions: new Map(),
    accessKeys: new Map(),
    operations: new Map(),
    events: [],
    resources: new Map(),
    resourceZones: new Map(),
    roleGates: new Map(),
    detachments: [],
  };
}

/** A built-in role, which cannot be changed. */
export function builtInRole(
  options: Pick<StoreOptions, 'random'>,
  name: string,
  policy: IamPolicy,
): IamRole {
  return { id: newUuid(options.random), name, editable: false, permissions: [], policy };
}

/** Whether keys can be made for the role: it exists, and its creation is complete. */
export function isRoleReady(store: Store, roleId: string): boolean {
  const gate = store.roleGates.get(roleId);
  return store.roles.has(roleId) && (gate === undefined || hasPassed(store, gate));
}

/** Whether a key is attached to the role, including a key that was deleted just now. */
export function isRoleAttached(store: Store, roleId: string): boolean {
  return (
    [...store.apiKeys.values()].some((key) => key.roleId === roleId) ||
    store.detachments.some((gone) => gone.roleId === roleId && !hasPassed(store, gone))
  );
}

/** Counts a deleted key for its role until then, and removes entries that have passed. */
export function keepDetachment(store: Store, gone: Detachment): void {
  store.detachments = [...store.detachments.filter((one) => !hasPassed(store, one)), gone];
}

function hasPassed(store: Store, gate: Gate): boolean {
  // An unknown operation has succeeded, because pending ones are never removed.
  const isPending = store.operations.get(gate.operationId)?.state === 'pending';
  return store.options.now() >= gate.at && !isPending;
}
