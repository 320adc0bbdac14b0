// Sends requests through the proxy that https_proxy and no_proxy name, which Node does only when told.
import type { Context } from './context.ts';
import { ExoLeaseError } from './errors.ts';
import { warn } from './output/messages.ts';

const variables: readonly string[] = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

// A proxy would see signatures and the minted secret of a plain `http:` endpoint on this machine.
const thisMachine = 'localhost,127.0.0.1,::1,[::1]';

/** @throws {ExoLeaseError} `ERR_PROXY_INVALID`. The value is not quoted: it may hold a password. */
export async function useProxy(context: Context): Promise<void> {
  const { env } = context;
  const named = variables.filter((name) => env[name]).join(' and ');
  if (!named) return;
  // Loaded only here, because it takes a tenth of the start-up.
  const { default: http } = await import('node:http');
  const { setGlobalProxyFromEnv } = http as {
    readonly setGlobalProxyFromEnv?: (env: NodeJS.ProcessEnv) => unknown;
  };
  if (!setGlobalProxyFromEnv) {
    if (env['NODE_USE_ENV_PROXY'] === '1') return;
    warn(
      context,
      `${named} is set, and Node ${process.version} uses it only when NODE_USE_ENV_PROXY is 1. Set that, or use Node 24.14 or newer; requests go past the proxy now.`,
    );
    return;
  }
  const direct = [env['no_proxy'] ?? env['NO_PROXY'], thisMachine].filter(Boolean).join(',');
  try {
    setGlobalProxyFromEnv({ ...env, no_proxy: direct, NO_PROXY: direct });
  } catch {
    throw new ExoLeaseError(
      'ERR_PROXY_INVALID',
      `${named} cannot be used as a proxy. Expected a URL such as http://proxy.example.com:3128, with the scheme.`,
    );
  }
}
