// The members of a role that a request can set, checked as the official schema describes them.
import {
  isAssumeRolePolicy,
  isIamPolicy,
  type IamAssumeRolePolicy,
  type IamPolicy,
} from '../policy/iam-policy.ts';
import { isListOf, isPositiveInteger, isRecord, isString, isText } from '../value-checks.ts';

export interface RoleFields {
  description?: string;
  permissions?: readonly string[];
  labels?: Readonly<Record<string, string>>;
  policy?: IamPolicy;
  assumeRolePolicy?: IamAssumeRolePolicy;
  maxSessionTtl?: number;
}

const knownPermissions = ['bypass-governance-retention', 'reset-iam-organization-policy'];

/** The given fields, or a sentence about the first wrong one. */
export function readRoleFields(body: Readonly<Record<string, unknown>>): RoleFields | string {
  const fields: RoleFields = {};
  const { description, permissions, labels, policy } = body;
  const { 'assume-role-policy': assumeRolePolicy, 'max-session-ttl': maxSessionTtl } = body;
  if (description !== undefined) {
    if (!isText(description, 255)) return 'description: expected 1 to 255 characters';
    fields.description = description;
  }
  if (permissions !== undefined) {
    if (!isListOf(permissions, isPermission)) {
      return `permissions: expected some of ${knownPermissions.join(', ')}`;
    }
    fields.permissions = permissions;
  }
  if (labels !== undefined) {
    if (!isLabels(labels)) return 'labels: expected an object of strings';
    fields.labels = labels;
  }
  if (policy !== undefined) {
    if (!isIamPolicy(policy)) return 'policy: expected default-service-strategy and services';
    fields.policy = policy;
  }
  if (assumeRolePolicy !== undefined) {
    if (!isAssumeRolePolicy(assumeRolePolicy)) return 'assume-role-policy: expected rules';
    fields.assumeRolePolicy = assumeRolePolicy;
  }
  if (maxSessionTtl !== undefined) {
    if (!isPositiveInteger(maxSessionTtl)) return 'max-session-ttl: expected a positive integer';
    fields.maxSessionTtl = maxSessionTtl;
  }
  return fields;
}

function isPermission(value: unknown): value is string {
  return isString(value) && knownPermissions.includes(value);
}

function isLabels(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every(isString);
}
