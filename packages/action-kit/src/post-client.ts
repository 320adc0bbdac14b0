// The API client of `post`, which has a key to answer for whatever the steps before it have set.
import type { Client } from '@x/exo-iam';

import { createJobClient, type Connection } from './job-client.ts';
import type { Step } from './run-step.ts';
import { useProxy } from './use-proxy.ts';
import { verifyTlsAgain } from './verify-tls-again.ts';

/**
 * A client that checks certificates and honors the proxy. Where it cannot, every request of it fails with
 * the reason: so a variable that is wrong is one more way for a revocation to fail, and is reported as such.
 */
export function createPostClient(step: Step, connection: Connection): Client {
  const client = createJobClient(step, connection);
  try {
    verifyTlsAgain(step);
    useProxy(step);
    return client;
  } catch (reason) {
    const barred: Client = { ...client, request: () => Promise.reject(reason), at: () => barred };
    return barred;
  }
}
