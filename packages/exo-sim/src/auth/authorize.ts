// Whether a key may do an operation. Only these count: organization policy and role policy for role-based keys
// and sessions, the key's own scope for legacy keys.
import { isWithinScope } from '../legacy/access-key-scope.ts';
import { evaluatePolicy, type PolicyBindings, type Verdict } from '../policy/evaluate-policy.ts';
import { denyEverything } from '../policy/iam-policy.ts';
import type { Caller } from '../state/find-caller.ts';
import type { ApiKey } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { leaveOutBindings } from './leave-out-bindings.ts';

/** An operation as policies see it. */
export interface Question {
  readonly operation: string;
  readonly serviceClass: string;
  readonly zone: string;
  readonly sourceIp: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** By names in snake_case, like `resources`. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly headers: object;
  readonly resources: Readonly<Record<string, unknown>>;
}

/** Whether an operation is allowed, and why. */
export interface Decision {
  readonly allowed: boolean;
  /** The refusal in the API's words, or the policy and rule that allowed the operation. */
  readonly reason: string;
}

export function authorize(store: Store, caller: Caller, question: Question): Decision {
  const { serviceClass } = question;
  if (caller.kind === 'access-key') {
    const { operation, parameters } = question;
    return isWithinScope(caller.key, { operation, serviceClass, bucket: parameters['bucket'] })
      ? { allowed: true, reason: 'Allowed by the access key' }
      : { allowed: false, reason: `Forbidden: the access key does not hold ${operation}` };
  }
  const bindings = bindingsFor(store, caller.key, question);
  const options = { serviceClass, onNote: store.options.onNote };
  const byOrganization = evaluatePolicy(store.organizationPolicy, bindings, options);
  if (!byOrganization.allowed) return describe('organization', serviceClass, byOrganization);
  const role = store.roles.get(caller.key.roleId);
  const byRole = evaluatePolicy(role?.policy ?? denyEverything, bindings, options);
  return describe('role', serviceClass, byRole);
}

/** The variables that expressions can use, without those that the options leave out. */
export function bindingsFor(store: Store, key: ApiKey, question: Question): PolicyBindings {
  const bindings = {
    service: question.serviceClass,
    zone: question.zone,
    now: new Date(question.at).toISOString(),
    source_ip: question.sourceIp,
    api_key: key.key,
    operation: question.operation,
    identity: {
      created: new Date(key.createdAt).toISOString(),
      key: key.key,
      org: { uuid: store.organization.id },
    },
    parameters: question.parameters,
    headers: question.headers,
    resources: question.resources,
  };
  return leaveOutBindings(bindings, {
    names: store.options.withoutBindings,
    serviceClass: question.serviceClass,
  });
}

function describe(
  policy: 'organization' | 'role',
  serviceClass: string,
  verdict: Verdict,
): Decision {
  const { allowed, ruleIndex } = verdict;
  if (allowed) {
    const rule = ruleIndex === undefined ? '' : ` - Rule index: ${ruleIndex}`;
    return { allowed, reason: `Allowed by ${policy} policy for ${serviceClass}${rule}` };
  }
  const rule = ruleIndex === undefined ? '' : ` - A deny rule matched. Rule index: ${ruleIndex}`;
  return { allowed, reason: `Forbidden by ${policy} policy for ${serviceClass}${rule}` };
}
