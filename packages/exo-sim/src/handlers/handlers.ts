// Which operation is served by which handler; all others use the common handlers of collections.
import type { Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import type { Store } from '../state/store.ts';
import {
  createAccessKey,
  getAccessKey,
  listAccessKeyKnownOperations,
  listAccessKeyOperations,
  listAccessKeys,
  revokeAccessKey,
} from './access-keys.ts';
import { createApiKey, deleteApiKey, getApiKey, listApiKeys } from './api-keys.ts';
import { assumeIamRole } from './assume-iam-role.ts';
import {
  getActiveNodepoolTemplate,
  getDatabaseType,
  getInstanceType,
  getTemplate,
  listDatabaseTypes,
  listInstanceTypes,
  listSksClusterVersions,
  listTemplates,
} from './catalogue.ts';
import { databaseHandlers } from './databases.ts';
import { listEvents } from './events.ts';
import {
  createIamRole,
  deleteIamRole,
  getIamRole,
  listIamRoles,
  updateIamRole,
  updateIamRolePolicy,
} from './iam-roles.ts';
import { generateKubeconfig } from './item-actions.ts';
import { getOperation } from './operations.ts';
import {
  getIamOrganizationPolicy,
  getOrganization,
  listUsers,
  resetIamOrganizationPolicy,
  updateIamOrganizationPolicy,
} from './organization.ts';
import { answerFromResources } from './resources.ts';
import { deleteReverseDns, getReverseDns, updateReverseDns } from './reverse-dns.ts';
import { listZones } from './zones.ts';

type Handler = (store: Store, call: Call) => Answer;

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
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
  ['assume-iam-role', assumeIamRole],
  ['create-access-key', createAccessKey],
  ['list-access-keys', listAccessKeys],
  ['get-access-key', getAccessKey],
  ['revoke-access-key', revokeAccessKey],
  ['list-access-key-known-operations', listAccessKeyKnownOperations],
  ['list-access-key-operations', listAccessKeyOperations],
  ['get-iam-organization-policy', getIamOrganizationPolicy],
  ['update-iam-organization-policy', updateIamOrganizationPolicy],
  ['reset-iam-organization-policy', resetIamOrganizationPolicy],
  ['get-organization', getOrganization],
  ['list-users', listUsers],
  ['list-events', listEvents],
  ['get-operation', getOperation],
  ['list-zones', listZones],
  ['list-instance-types', listInstanceTypes],
  ['get-instance-type', getInstanceType],
  ['list-templates', listTemplates],
  ['get-template', getTemplate],
  ['get-active-nodepool-template', getActiveNodepoolTemplate],
  ['list-sks-cluster-versions', listSksClusterVersions],
  ['generate-sks-cluster-kubeconfig', generateKubeconfig],
  ['list-dbaas-service-types', listDatabaseTypes],
  ['get-dbaas-service-type', getDatabaseType],
  ...databaseHandlers,
  ['get-reverse-dns-instance', getReverseDns],
  ['update-reverse-dns-instance', updateReverseDns],
  ['delete-reverse-dns-instance', deleteReverseDns],
  ['get-reverse-dns-elastic-ip', getReverseDns],
  ['update-reverse-dns-elastic-ip', updateReverseDns],
  ['delete-reverse-dns-elastic-ip', deleteReverseDns],
]);

export function handlerOf(operationName: string): Handler {
  return handlers.get(operationName) ?? answerFromResources;
}
