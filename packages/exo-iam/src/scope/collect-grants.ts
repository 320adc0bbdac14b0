// From operations, tags and resources to grants, refusing what would grant more than it says.
import { ExoIamError } from '../errors.ts';
import { grantClass, grantOperation, type Grants } from './grants.ts';
import { bucketMaking, knownOperations, type KnownOperation } from './known-operation.ts';
import { resolveOperations } from './resolve-operations.ts';
import { resolveTags } from './resolve-tags.ts';
import type { Scope } from './scope.ts';

export interface CollectedGrants {
  readonly grants: Grants;
  /** What each tag stood for. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly notes: readonly string[];
}

/** @throws {ExoIamError} `ERR_OPERATION_UNKNOWN`, `ERR_TAG_UNKNOWN`, `ERR_SCOPE_CONFLICT`. */
export function collectGrants(scope: Scope): CollectedGrants {
  const { operations: names = [], tags: tagNames = [], resources = [] } = scope;
  const grants: Grants = new Map();
  const resolved = resolveOperations(names);
  for (const operation of resolved.operations) {
    grantOperation(grants, operation.serviceClass, operation);
  }
  const tags = resolveTags(tagNames);
  for (const { wholeClass, operations } of tags) {
    if (wholeClass !== undefined) grantClass(grants, wholeClass);
    for (const operation of operations) grantOperation(grants, operation.serviceClass, operation);
  }
  const leftOut = resources.length > 0 ? restrictToResources(grants, resolved.operations) : [];
  return {
    grants,
    tags: Object.fromEntries(tags.map(({ tag, operations }) => [tag, operations.map(nameOf)])),
    notes: [...resolved.notes, ...leftOut],
  };
}

/** Gives notes on what was left out. */
function restrictToResources(grants: Grants, named: readonly KnownOperation[]): string[] {
  const open = [...grants].filter(([name, { whole }]) => whole && name !== 'sos');
  if (open.length > 0) {
    const classes = open.map(([name]) => name).join(', ');
    throw new ExoIamError(
      'ERR_SCOPE_CONFLICT',
      `Resources restrict only the object storage, and the tags allow everything in ${classes}. Name the operations of ${classes} that the job needs, or mint a separate key for them.`,
      { field: 'resources' },
    );
  }
  if (grants.size === 0) {
    for (const operation of knownOperations) {
      if (operation.serviceClass === 'sos' && !bucketMaking.includes(operation.name)) {
        grantOperation(grants, 'sos', operation);
      }
    }
  }
  const storage = grants.get('sos');
  if (!storage) {
    throw new ExoIamError(
      'ERR_SCOPE_CONFLICT',
      'The resources restrict the object storage, but the scope has no operation of it. Add S3 operations such as get-object or the tag sos, or leave out the resources.',
      { field: 'resources' },
    );
  }
  const meant = named.map(nameOf);
  const leftOut = bucketMaking.filter(
    (name) => !meant.includes(name) && storage.operations.delete(name),
  );
  if (leftOut.length === 0) return [];
  return [
    `Left out: ${leftOut.join(', ')}. Resources are for work inside buckets. If the job creates or deletes buckets, add these to the operations.`,
  ];
}

function nameOf({ name }: KnownOperation): string {
  return name;
}
