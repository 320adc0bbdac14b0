// What a mint would come to, for those who only want to know.
import type { CallOptions, Client } from '../client/create-client.ts';
import type { MintRequest, PreparedLease } from './method.ts';
import { prepareMint } from './prepare-mint.ts';

/**
 * What `mint` would do, without doing it: reads at most, and makes nothing. Dry runs print it.
 *
 * @throws {ExoIamError} `ERR_SCOPE_CONFLICT`, `ERR_SCOPE_EMPTY` and `ERR_METHOD_UNSUITABLE` when scope and
 *   method do not fit; `ERR_DURATION_INVALID`; `ERR_ROLE_NOT_FOUND`, `ERR_ROLE_AMBIGUOUS`,
 *   `ERR_TEMPLATE_NOT_FOUND`; the codes of `compileScope`.
 */
export async function prepareLease(
  client: Client,
  request: MintRequest,
  options: CallOptions = {},
): Promise<PreparedLease> {
  // `mint` alone makes keys: whoever called `create` would have no journal of it.
  const { create: _create, ...prepared } = await prepareMint(client, request, options);
  return prepared;
}
