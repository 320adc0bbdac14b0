// What a mint would create, for dry runs.
import type { CallOptions, Client } from '../client/create-client.ts';
import { chooseMethod } from './choose-method.ts';
import type { LeaseMethod } from './journal.ts';
import type { KeyFacts } from './method.ts';
import { methods } from './methods.ts';
import type { EnforcedBy, MintRequest } from './mint-request.ts';

/** What would be minted. */
export interface PlannedLease extends KeyFacts {
  readonly method: LeaseMethod;
  readonly enforcedBy: EnforcedBy;
}

/**
 * What `mint` would do, without doing it. Only reads from the API. Dry runs print the result.
 *
 * @throws {ExoIamError} `ERR_SCOPE_CONFLICT`, `ERR_SCOPE_EMPTY` and `ERR_METHOD_UNSUITABLE` when scope and
 *   method do not fit; `ERR_DURATION_INVALID`; `ERR_NAME_INVALID`; `ERR_ROLE_NOT_FOUND`,
 *   `ERR_ROLE_AMBIGUOUS`, `ERR_TEMPLATE_NOT_FOUND`; the codes of `compileScope`.
 */
export async function planLease(
  client: Client,
  request: MintRequest,
  options: CallOptions = {},
): Promise<PlannedLease> {
  const method = chooseMethod(request);
  const { enforcedBy, prepare } = methods[method];
  // Only `mint` creates keys: a caller of `create` would not have a journal of it.
  const { create: _create, ...facts } = await prepare(client, request, options);
  return { method, enforcedBy, ...facts };
}
