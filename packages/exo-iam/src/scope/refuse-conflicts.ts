// Refuses a scope whose parts contradict each other, before one of them is silently ignored.
import { ExoIamError } from '../errors.ts';
import { type Scope, unrestricted } from './scope.ts';

/** A scope, with its template in whatever form. */
export type ScopeParts = Omit<Scope, 'template'> & { readonly template?: unknown };

/** @throws {ExoIamError} `ERR_SCOPE_CONFLICT` naming the first part that does not go with the rest. */
export function refuseConflicts(scope: ScopeParts): void {
  const { operations = [], tags = [], resources = [], policy, template } = scope;
  const everything = operations.includes(unrestricted);
  const beside = [
    ...(operations.length > (everything ? 1 : 0) ? ['operations'] : []),
    ...(tags.length > 0 ? ['tags'] : []),
    ...(resources.length > 0 ? ['resources'] : []),
    ...(template ? ['template'] : []),
    ...(everything && policy !== undefined ? ['policy'] : []),
  ];
  const alone = everything
    ? `the word "${unrestricted}"`
    : policy !== undefined
      ? 'a policy'
      : undefined;
  if (alone !== undefined) refuse(alone, beside);
  else if (template && beside.length === 1) refuse('a template as it is', pollingBeside(scope));
  if (alone !== undefined) refuse(alone, pollingBeside(scope));
}

// Rules that are taken as they are decide about `get-operation` themselves.
function pollingBeside({ getOperation = 'auto', policy, template }: ScopeParts): string[] {
  const refused =
    policy !== undefined || template ? getOperation !== 'auto' : getOperation === 'deny';
  return refused ? ['get-operation'] : [];
}

function refuse(alone: string, beside: readonly string[]): void {
  const [field] = beside;
  if (field === undefined) return;
  throw new ExoIamError(
    'ERR_SCOPE_CONFLICT',
    `The scope combines ${alone} with ${beside.join(', ')}, which contradict each other. Expected ${alone} alone, or a scope without it.`,
    { field },
  );
}
