// Everything a simulator remembers, as one JSON value.
import type { IamPolicy } from '../policy/iam-policy.ts';
import type {
  Credentials,
  AccessKey,
  ApiKey,
  AuditEvent,
  IamRole,
  OperationRecord,
  Organization,
  Resource,
  Session,
  User,
} from './records.ts';
import type { Detachment, Store } from './store.ts';

/** Increased by every change that an older reader would misunderstand. */
export const savedStateVersion = 1;

/** The secrets of every key are in it. */
export interface SavedState {
  readonly version: typeof savedStateVersion;
  readonly parentKey: Credentials;
  readonly parentAccessKey: Credentials;
  readonly organization: Organization;
  readonly organizationPolicy: IamPolicy;
  readonly ownerRoleId: string;
  readonly users: readonly User[];
  readonly roles: readonly IamRole[];
  readonly apiKeys: readonly ApiKey[];
  readonly sessions: readonly Session[];
  readonly accessKeys: readonly AccessKey[];
  readonly operations: readonly OperationRecord[];
  readonly events: readonly AuditEvent[];
  /** `zone` for what belongs to one. */
  readonly resources: readonly {
    readonly path: string;
    readonly zone?: string;
    readonly members: Resource;
  }[];
  /** Roles made through the API, and since when keys can be made for each. */
  readonly roleGates: readonly Detachment[];
  /** Deleted keys, and until when each counts for its role. */
  readonly detachments: readonly Detachment[];
}

/** Later requests do not change it, because stored records are only replaced as a whole. */
export function saveState(
  store: Store,
  keys: Pick<SavedState, 'parentKey' | 'parentAccessKey'>,
): SavedState {
  return {
    version: savedStateVersion,
    ...keys,
    organization: store.organization,
    organizationPolicy: store.organizationPolicy,
    ownerRoleId: store.ownerRoleId,
    users: store.users,
    roles: [...store.roles.values()],
    apiKeys: [...store.apiKeys.values()],
    sessions: [...store.sessions.values()],
    accessKeys: [...store.accessKeys.values()],
    operations: [...store.operations.values()],
    events: [...store.events],
    resources: [...store.resources].map(([path, members]) => {
      const zone = store.resourceZones.get(path);
      return zone === undefined ? { path, members } : { path, zone, members };
    }),
    roleGates: [...store.roleGates].map(([roleId, { at, operationId }]) => ({
      roleId,
      at,
      operationId,
    })),
    detachments: store.detachments,
  };
}
