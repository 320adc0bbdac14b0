// Handles NODE_TLS_REJECT_UNAUTHORIZED, which turns off the check of certificates.
import { ActionError } from './errors.ts';
import type { Step } from './step.ts';

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';
const unverified = `${variable} is 0, so anyone could impersonate the API.`;
const ownProxy = 'to trust your own proxy, set NODE_EXTRA_CA_CERTS to the file of its certificate.';

/**
 * Refuses to start. Responses decide which ids are signed next, so a server that can fake responses can use
 * the parent key. Any earlier step can set the variable for this one.
 *
 * @throws {ActionError} `ERR_TLS_UNVERIFIED`.
 */
export function refuseUnverifiedTls({ env }: Pick<Step, 'env'>): void {
  if (env[variable] !== '0') return;
  throw new ActionError(
    'ERR_TLS_UNVERIFIED',
    `${unverified} Expected certificates to be checked. Unset it; ${ownProxy}`,
  );
}

/**
 * For `post`, which must not refuse to start, since the key would live on. Node reads the variable at each
 * connection, so deleting it is enough if there was no connection before.
 */
export function verifyTlsAgain({ core, env }: Pick<Step, 'core' | 'env'>): void {
  if (env[variable] !== '0') return;
  delete env[variable];
  core.warning(
    `${unverified} This workflow or a step of this job set it. This step checks certificates anyway. Set the variable only for the command that needs it; ${ownProxy}`,
    { title: 'Certificates are not checked in this job' },
  );
}
