// Which operation is served by which handler; all others are answered generically.
import { createApiKey, deleteApiKey, getApiKey, listApiKeys } from './api-keys.ts';
import { answerGenerically } from './generic.ts';
import type { Handler } from './handler.ts';
import {
  createIamRole,
  deleteIamRole,
  getIamRole,
  listIamRoles,
  updateIamRole,
  updateIamRolePolicy,
} from './iam-roles.ts';
import { getOperation } from './operations.ts';
import { getOrganization } from './organization.ts';
import { listZones } from './zones.ts';

const handlers: ReadonlyMap<string, Handler> = new Map([
  ['create-api-key', createApiKey],
  ['list-api-keys', listApiKeys],
  ['get-api-key', getApiKey],
  ['delete-api-key', deleteApiKey],
  ['create-iam-role', createIamRole],
  ['list-iam-roles', listIamRoles],
  ['get-iam-role', getIamRole],
  ['update-iam-role', updateIamRole],
  ['update-iam-role-policy', updateIamRolePolicy],
  ['delete-iam-role', deleteIamRole],
  ['get-operation', getOperation],
  ['get-organization', getOrganization],
  ['list-zones', listZones],
]);

export function handlerOf(operationName: string): Handler {
  return handlers.get(operationName) ?? answerGenerically;
}
