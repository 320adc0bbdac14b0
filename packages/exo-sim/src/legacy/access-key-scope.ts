// What a legacy access key may do. Operations and tags add up, resources limit the operations of their own
// domain, and a key without any of these may do everything.
import { isSameResource, type AccessKeyResource } from './access-key-resource.ts';
import { knownOperations } from './legacy-operations.ts';

/** What a legacy access key may do. Three empty lists allow everything. */
export interface AccessKeyScope {
  readonly operations: readonly string[];
  readonly tags: readonly string[];
  readonly resources: readonly AccessKeyResource[];
}

export interface AccessKeyQuestion {
  readonly operation: string;
  readonly serviceClass: string;
  /** The bucket a request names, for object storage. */
  readonly bucket?: unknown;
}

export function isRestricted(scope: AccessKeyScope): boolean {
  return scope.operations.length + scope.tags.length + scope.resources.length > 0;
}

export function isWithinScope(scope: AccessKeyScope, question: AccessKeyQuestion): boolean {
  if (!isRestricted(scope)) return true;
  return (
    coversOperation(scope, question.operation, question.serviceClass) &&
    coversResource(scope, question)
  );
}

/** The known operations the scope stands for, before its resources. */
export function expandScope(scope: AccessKeyScope): ReadonlySet<string> {
  const covered = [...knownOperations].filter(
    ([name, tags]) =>
      !isRestricted(scope) || coversOperation(scope, name, tags.includes('sos') ? 'sos' : ''),
  );
  return new Set(covered.map(([name]) => name));
}

/** Whether everything `inner` allows is also allowed by `outer`. */
export function isSubset(inner: AccessKeyScope, outer: AccessKeyScope): boolean {
  if (!isRestricted(outer)) return true;
  if (!isRestricted(inner)) return false;
  const reachable = expandScope(outer);
  return (
    [...expandScope(inner)].every((name) => reachable.has(name)) &&
    (outer.resources.length === 0 ||
      (inner.resources.length > 0 &&
        inner.resources.every((resource) =>
          outer.resources.some((held) => isSameResource(held, resource)),
        )))
  );
}

function coversOperation(scope: AccessKeyScope, operation: string, serviceClass: string): boolean {
  if (scope.operations.length + scope.tags.length === 0) {
    // Only resources: the key works only in their domain.
    return scope.resources.some((resource) => resource.domain === serviceClass);
  }
  const tags = knownOperations.get(operation) ?? [];
  return scope.operations.includes(operation) || tags.some((tag) => scope.tags.includes(tag));
}

function coversResource(scope: AccessKeyScope, question: AccessKeyQuestion): boolean {
  const confining = scope.resources.filter(({ domain }) => domain === question.serviceClass);
  return (
    confining.length === 0 ||
    confining.some((resource) => resource['resource-name'] === question.bucket)
  );
}
