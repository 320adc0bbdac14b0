// Turns the check of certificates on again where a step of the job has turned it off.
import type { Step } from './run-step.ts';

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';

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
