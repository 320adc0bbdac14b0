// Finds an existing role by what people call it.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError } from '../errors.ts';
import { didYouMean } from '../nearest-names.ts';
import { listIamRoles, type IamRole } from '../resources/iam-role.ts';

export interface FindRoleOptions extends CallOptions {
  /** The input that names the role, for errors. Default `role`. */
  readonly field?: string;
}

/**
 * The role of that id or name.
 *
 * @throws {ExoIamError} `ERR_ROLE_NOT_FOUND` naming what is near it; `ERR_ROLE_AMBIGUOUS` when two have
 *   the name, with their ids.
 */
export async function findRole(
  client: Client,
  idOrName: string,
  options: FindRoleOptions = {},
): Promise<IamRole> {
  const { field = 'role', signal } = options;
  const roles = await listIamRoles(client, { signal });
  const byId = roles.find(({ id }) => id === idOrName);
  if (byId) return byId;
  const [role, ...others] = roles.filter(({ name }) => name === idOrName);
  if (role && others.length === 0) return role;
  if (role) {
    const ids = [role, ...others].map(({ id }) => id).join(', ');
    throw new ExoIamError(
      'ERR_ROLE_AMBIGUOUS',
      `${others.length + 1} roles are called ${JSON.stringify(idOrName)}: ${ids}. Give the id of the one you mean.`,
      { field },
    );
  }
  // The specification requires no member of a role, not even its name.
  const names = roles.map(({ name }) => name).filter((name) => typeof name === 'string');
  const hint = didYouMean(idOrName, names);
  throw new ExoIamError(
    'ERR_ROLE_NOT_FOUND',
    `The organization does not have a role ${JSON.stringify(idOrName)}${hint}. Expected the name or the id of an existing role; the parent key needs permission for list-iam-roles.`,
    { field },
  );
}
