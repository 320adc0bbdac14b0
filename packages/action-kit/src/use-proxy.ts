// Sends requests through the proxy that https_proxy and no_proxy name.
import http from 'node:http';

import { ActionError } from './errors.ts';
import type { Step } from './step.ts';

/** What Node offers for it: from 24.14.0 on a call, before that a variable read at its start. */
export interface ProxySupport {
  readonly setGlobalProxyFromEnv?: ((env: NodeJS.ProcessEnv) => unknown) | undefined;
}

const variables: readonly string[] = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * Makes `fetch` honor `https_proxy`, `http_proxy` and `no_proxy`, in either case, which Node does only
 * when told. A Node that cannot be told any more goes past the proxy, and the warning says so.
 *
 * @throws {ActionError} `ERR_PROXY_INVALID` for a value that is no URL. It is not quoted.
 */
export function useProxy(
  { core, env }: Pick<Step, 'core' | 'env'>,
  { setGlobalProxyFromEnv }: ProxySupport = http,
): void {
  const named = variables.filter((name) => env[name]);
  if (named.length === 0 || env['NODE_USE_ENV_PROXY'] === '1') return;
  if (setGlobalProxyFromEnv) {
    try {
      setGlobalProxyFromEnv(env);
    } catch {
      // Node quotes the value, which may hold a password, so its error is not even a cause.
      throw new ActionError(
        'ERR_PROXY_INVALID',
        `${named.join(' and ')} cannot be used as a proxy. Expected a URL such as http://proxy.example.com:3128, with the scheme; the value is not shown here because it may hold a password.`,
      );
    }
    return;
  }
  core.warning(
    `${named.join(' and ')} is set, and the Node of this runner (${process.version}) cannot be told to use it, so requests go past the proxy. Set NODE_USE_ENV_PROXY to 1 in the env of this step or of the job, or update the runner to one with Node 24.14 or newer.`,
    { title: 'The proxy is not used' },
  );
}
