// What to do where NODE_TLS_REJECT_UNAUTHORIZED turns the check of certificates off.
import { ActionError } from './errors.ts';
import type { Step } from './step.ts';

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';

/**
 * An answer decides which ids are signed next, so an answer that anybody can give is worth as much as the
 * parent key. Any earlier step can set the variable for this one.
 *
 * @throws {ActionError} `ERR_TLS_UNVERIFIED`.
 */
export function refuseUnverifiedTls({ env }: Pick<Step, 'env'>): void {
  if (env[variable] !== '0') return;
  throw new ActionError(
    'ERR_TLS_UNVERIFIED',
    'NODE_TLS_REJECT_UNAUTHORIZED is 0, so anybody could answer in the name of the API. Expected certificates to be checked; unset it, and name the certificate of your own proxy in NODE_EXTRA_CA_CERTS.',
  );
}

/**
 * For `post`, which cannot refuse to begin: what it leaves undone is a key that lives on. Node reads the
 * variable at each connection, so taking it away is enough, as long as there was none before.
 */
export function verifyTlsAgain({ core, env }: Pick<Step, 'core' | 'env'>): void {
  if (env[variable] !== '0') return;
  delete env[variable];
  core.warning(
    `${variable} is 0, set by this workflow or by a step of this job, so anybody could answer in the name of the API. This step checks certificates all the same. Set it for the one command that needs it, or name the certificate of your own proxy in NODE_EXTRA_CA_CERTS.`,
    { title: 'Certificates are not checked in this job' },
  );
}
