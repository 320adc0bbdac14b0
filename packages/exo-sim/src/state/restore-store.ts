// Restores the store of a simulator from a saved state.
import type { SavedState } from './saved-state.ts';
import type { Store, StoreOptions } from './store.ts';

/** The organization as it was saved. */
export function restoreStore(options: StoreOptions, saved: SavedState): Store {
  const { organization, organizationPolicy, ownerRoleId, users } = saved;
  return {
    options,
    revision: 0,
    ownerRoleId,
    organization,
    organizationPolicy,
    users,
    apiKeys: new Map(saved.apiKeys.map((key) => [key.key, key])),
    roles: new Map(saved.roles.map((role) => [role.id, role])),
    sessions: new Map(saved.sessions.map((session) => [session.key, session])),
    accessKeys: new Map(saved.accessKeys.map((key) => [key.key, key])),
    operations: new Map(saved.operations.map((operation) => [operation.id, operation])),
    events: [...saved.events],
    resources: new Map(saved.resources.map(({ path, members }) => [path, members])),
    resourceZones: new Map(
      saved.resources.flatMap(({ path, zone }) => (zone === undefined ? [] : [[path, zone]])),
    ),
    roleGates: new Map(saved.roleGates.map(({ roleId, ...gate }) => [roleId, gate])),
    detachments: saved.detachments,
  };
}
