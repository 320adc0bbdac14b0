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
    'NODE_TLS_REJECT_UNAUTHORIZED is 0, so anyone could impersonate the API. Expected certificates to be checked. Unset it; to trust your own proxy, set NODE_EXTRA_CA_CERTS to the file of its certificate.',
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
    `${variable} is 0, set by this workflow or by a step of this job, so anyone could impersonate the API. This step checks certificates anyway. Set the variable only for the command that needs it; to trust your own proxy, set NODE_EXTRA_CA_CERTS to the file of its certificate.`,
    { title: 'Certificates are not checked in this job' },
  );
}
