// Sends requests through the proxy that https_proxy and no_proxy name.
import http from 'node:http';

/**
 * Makes `fetch` honour `https_proxy`, `http_proxy` and `no_proxy`, in either case. Node does so only
 * when told; a Node without that call goes on directly, as it would have anyway.
 */
export function useProxyFromEnvironment(env: NodeJS.ProcessEnv): void {
  const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
  if (names.some((name) => env[name])) http.setGlobalProxyFromEnv?.();
}
