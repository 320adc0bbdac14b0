// The JSON form of an IAM policy, as the API takes and gives it, and the check of that form.
// Expressions are not checked, because the API stores rules that can never be evaluated.

/** A CEL expression and what happens when it is true. */
export interface IamPolicyRule {
  readonly action: 'allow' | 'deny';
  readonly expression: string;
  /** Accepted and ignored, as by the API. */
  readonly resources?: readonly string[];
}

/** The part of a policy about one service class. */
export interface IamServicePolicy {
  readonly type: 'allow' | 'deny' | 'rules';
  readonly rules?: readonly IamPolicyRule[];
}

/** The JSON form of an IAM policy. */
export interface IamPolicy {
  readonly 'default-service-strategy': 'allow' | 'deny';
  readonly services: Readonly<Record<string, IamServicePolicy>>;
}

/** What a role-based key may do if nothing restricts it. */
export const allowEverything: IamPolicy = { 'default-service-strategy': 'allow', services: {} };

/** The policy of a deleted role. */
export const denyEverything: IamPolicy = { 'default-service-strategy': 'deny', services: {} };

/** Who may assume a role: only rules, evaluated like those of a service class. */
export interface IamAssumeRolePolicy {
  readonly rules: readonly IamPolicyRule[];
}

export function isIamPolicy(value: unknown): value is IamPolicy {
  return (
    isObject(value) &&
    isAction(value['default-service-strategy']) &&
    isObject(value['services']) &&
    Object.values(value['services']).every(isServicePolicy)
  );
}

export function isAssumeRolePolicy(value: unknown): value is IamAssumeRolePolicy {
  return isObject(value) && isRules(value['rules']);
}

function isServicePolicy(value: unknown): boolean {
  if (!isObject(value)) return false;
  return value['type'] === 'rules'
    ? isRules(value['rules'])
    : isAction(value['type']) && (value['rules'] === undefined || isRules(value['rules']));
}

function isRules(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (rule) =>
        isObject(rule) && isAction(rule['action']) && typeof rule['expression'] === 'string',
    )
  );
}

function isAction(value: unknown): value is 'allow' | 'deny' {
  return value === 'allow' || value === 'deny';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
