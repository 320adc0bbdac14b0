// What a key may do, for people: by service class where the operations are known, else in words.
import { unrestricted } from '../scope/scope.ts';
import type { LeaseScope } from './mint-request.ts';
import type { Lease } from './mint.ts';

/** What a key may do. */
export interface Allowance {
  readonly classes: readonly (readonly [serviceClass: string, operations: readonly string[]])[];
  /** Instead of classes. */
  readonly words: string | undefined;
  /** The buckets that the object storage is restricted to. */
  readonly resources: readonly string[];
}

/**
 * What a key may do.
 *
 * @param asked The scope of the request, which says what the answers of the API do not.
 */
export function allowanceOf(
  { role, scope }: Pick<Lease, 'role' | 'scope'>,
  asked: LeaseScope,
): Allowance {
  const classes = Object.entries(scope?.operations ?? {});
  const { resources = [] } = asked;
  return classes.length > 0
    ? { classes, words: undefined, resources }
    : { classes, words: inWords(asked, role?.name), resources };
}

function inWords(asked: LeaseScope, roleName: string | undefined): string {
  const { operations = [], tags = [] } = asked;
  if (operations.includes(unrestricted)) return 'everything';
  if (asked.role) return `what the role ${roleName} may`;
  if (asked.policy !== undefined) return 'what its policy says';
  if (asked.template) return `what ${asked.template} may`;
  // A legacy key, whose names are not those of the catalogue.
  return [...operations, ...tags].join(', ') || 'everything in these resources';
}
