// The API client of `post`, which must revoke a key whatever variables earlier steps have set.
import type { Client } from '@x/exo-iam';

import { verifyTlsAgain } from './certificate-checks.ts';
import { createJobClient, type Connection } from './job-client.ts';
import type { Step } from './step.ts';
import { useProxy } from './use-proxy.ts';

/**
 * A client that checks certificates and honors the proxy. Where it cannot, every request of it fails with
 * the reason: so a variable that is wrong is one more way for a revocation to fail, and is reported as such.
 */
export function createPostClient(step: Step, connection: Connection): Client {
  const client = createJobClient(step, connection);
  try {
    preparePost(step);
    return client;
  } catch (reason) {
    const failing: Client = {
      ...client,
      request: () => Promise.reject(reason),
      at: () => failing,
      within: () => failing,
    };
    return failing;
  }
}

/**
 * Makes `fetch` check certificates and honor the proxy, whatever variables earlier steps have set.
 *
 * @throws {ActionError} `ERR_PROXY_INVALID`.
 */
export function preparePost(step: Step): void {
  verifyTlsAgain(step);
  useProxy(step);
}
