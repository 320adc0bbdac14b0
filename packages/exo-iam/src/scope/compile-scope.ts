// From what a lease may do to the policy that says so.
import { serviceClasses } from '@x/exo-operations';

import { ExoIamError } from '../errors.ts';
import type { IamPolicy, IamServicePolicy } from '../resources/iam-policy.ts';
import { checkPolicy } from './check-policy.ts';
import { classPolicy } from './class-rules.ts';
import { collectGrants } from './collect-grants.ts';
import { grantPolling } from './grant-polling.ts';
import { grantedOperations, type Grants } from './grants.ts';
import { narrowPolicy } from './narrow-policy.ts';
import { noteLastingOperations, noteLastingPolicy } from './note-lasting.ts';
import { noteUnknownClasses } from './policy-classes.ts';
import { readResources } from './read-resources.ts';
import { refuseConflicts } from './refuse-conflicts.ts';
import { refuseMisshapen } from './refuse-misshapen.ts';
import { type CompiledScope, type Scope, unrestricted } from './scope.ts';

/**
 * The policy for a scope, and everything there is to say about it. Pure; nothing is asked of the API.
 *
 * @throws {ExoIamError} `ERR_SCOPE_EMPTY`, `ERR_SCOPE_CONFLICT`, `ERR_OPERATION_UNKNOWN`,
 *   `ERR_TAG_UNKNOWN`, `ERR_RESOURCE_INVALID`, `ERR_POLICY_INVALID`.
 */
export function compileScope(scope: Scope): CompiledScope {
  refuseMisshapen(scope);
  refuseConflicts(scope);
  if (scope.policy !== undefined) return compileVerbatim(scope.policy);
  if (scope.operations?.includes(unrestricted)) return compileUnrestricted();
  const buckets = readResources(scope.resources ?? []);
  const template = scope.template && {
    ...scope.template,
    policy: checkPolicy(scope.template.policy, 'template'),
  };
  const { grants, tags, notes } = collectGrants(scope);
  if (grants.size === 0 && template) return compileTemplate(template);
  if (grants.size === 0) throw emptyScope('no operation is named');
  const polling = grantPolling(grants, scope);
  if (grants.size === 0) throw emptyScope('nothing is named but get-operation, which is denied');
  const described = describe(grants);
  const common = { tags, added: polling.added, ...described };
  const allNotes = [...notes, ...polling.notes, ...described.notes];
  if (template) {
    const narrowed = narrowPolicy(template, grants, buckets);
    return { ...common, policy: narrowed.policy, notes: [...allNotes, ...narrowed.notes] };
  }
  const services = [...grants].map(([name, grant]): [string, IamServicePolicy] => [
    name,
    classPolicy(grant, name === 'sos' ? buckets : []),
  ]);
  return { ...common, policy: denyByDefault(services), notes: allNotes };
}

function compileVerbatim(value: IamPolicy): CompiledScope {
  const policy = checkPolicy(value);
  if (allowsNothing(policy)) throw emptyScope('the policy allows nothing', 'policy');
  return {
    ...nothingNamed,
    policy,
    notes: [
      'The policy is used unchanged; its rules are not checked.',
      ...noteUnknownClasses(policy),
      ...noteLastingPolicy(policy, 'the policy'),
    ],
  };
}

function compileTemplate({ source, policy }: NonNullable<Scope['template']>): CompiledScope {
  if (allowsNothing(policy))
    throw emptyScope(`the template, ${source}, allows nothing`, 'template');
  if (policy['default-service-strategy'] === 'deny') {
    const notes = [`The policy is copied from ${source}.`, ...noteLastingPolicy(policy, source)];
    return { ...nothingNamed, policy, notes };
  }
  throw new ExoIamError(
    'ERR_POLICY_INVALID',
    `The template, ${source}, allows by default, so the key could do almost everything. Narrow it with operations or tags, or write "${unrestricted}" instead.`,
    { field: 'template' },
  );
}

function compileUnrestricted(): CompiledScope {
  const services = serviceClasses.map(({ name }): [string, IamServicePolicy] => [
    name,
    { type: 'allow' },
  ]);
  const note =
    'The key may do everything in the organization, including IAM, so it can mint other keys.';
  return { ...nothingNamed, policy: denyByDefault(services), notes: [note] };
}

function allowsNothing(policy: IamPolicy): boolean {
  return (
    policy['default-service-strategy'] === 'deny' &&
    Object.values(policy.services).every(({ type }) => type === 'deny')
  );
}

const nothingNamed = { operations: {}, tags: {}, asynchronous: [], added: [] } as const;

function denyByDefault(services: readonly (readonly [string, IamServicePolicy])[]): IamPolicy {
  return { 'default-service-strategy': 'deny', services: Object.fromEntries(services) };
}

function describe(grants: Grants): Pick<CompiledScope, 'operations' | 'asynchronous' | 'notes'> {
  const all = grantedOperations(grants);
  const doubtful = all.filter(({ confirmed }) => !confirmed).map(({ name }) => name);
  const named = doubtful.filter((name) => name !== 'get-operation');
  return {
    operations: Object.fromEntries(
      [...grants].map(([name, { operations }]) => [name, [...operations.keys()]]),
    ),
    asynchronous: all.filter(({ asynchronous }) => asynchronous).map(({ name }) => name),
    notes: [
      ...(named.length > 0
        ? [
            `The documentation does not say how policies name or classify ${named.join(', ')}. If the API refuses such a call, the policy may need another name or class.`,
          ]
        : []),
      ...noteLastingOperations(all),
    ],
  };
}

function emptyScope(why: string, field = 'operations'): ExoIamError {
  return new ExoIamError(
    'ERR_SCOPE_EMPTY',
    `The scope is empty: ${why}. A key without a scope could do everything, so no key is made. Name the operations the job needs, such as list-zones.`,
    { field },
  );
}
