// Sends requests through the proxy that https_proxy and no_proxy name, which Node does only when told.
import type { Context } from './context.ts';
import { ExoLeaseError } from './errors.ts';
import { warn } from './output/messages.ts';

const variables: readonly string[] = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/** @throws {ExoLeaseError} `ERR_PROXY_INVALID`. The value is not quoted: it may hold a password. */
export async function useProxy(context: Context): Promise<void> {
  const { env } = context;
  const named = variables.filter((name) => env[name]).join(' and ');
  if (!named || env['NODE_USE_ENV_PROXY'] === '1') return;
  // Only here, because loading it takes a tenth of a start-up.
  const { default: http } = await import('node:http');
  const { setGlobalProxyFromEnv } = http as {
    readonly setGlobalProxyFromEnv?: (env: NodeJS.ProcessEnv) => unknown;
  };
  if (!setGlobalProxyFromEnv) {
    warn(
      context,
      `${named} is set, and Node ${process.version} uses it only when NODE_USE_ENV_PROXY is 1. Set that, or use Node 24.14 or newer; requests go past the proxy now.`,
    );
    return;
  }
  try {
    setGlobalProxyFromEnv(env);
  } catch {
    throw new ExoLeaseError(
      'ERR_PROXY_INVALID',
      `${named} cannot be used as a proxy. Expected a URL such as http://proxy.example.com:3128, with the scheme.`,
    );
  }
}
