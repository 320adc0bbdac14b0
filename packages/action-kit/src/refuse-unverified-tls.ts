// Refuses to sign anything while certificates are not checked.
import { ActionError } from './errors.ts';
import type { Step } from './run-step.ts';

/**
 * Whoever answers decides which ids are signed next, so an answer of anybody is worth as much as the parent
 * key. Any earlier step can set the variable for this one.
 *
 * @throws {ActionError} `ERR_TLS_UNVERIFIED`.
 */
export function refuseUnverifiedTls({ env }: Pick<Step, 'env'>): void {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return;
  throw new ActionError(
    'ERR_TLS_UNVERIFIED',
    'NODE_TLS_REJECT_UNAUTHORIZED is 0, so anybody could answer in the name of the API. Expected certificates to be checked; unset it, and name the certificate of your own proxy in NODE_EXTRA_CA_CERTS.',
  );
}
