// Sends requests through the proxy that https_proxy and no_proxy name, and never those to this machine.
import { ActionError } from './errors.ts';
import type { Step } from './step.ts';

/** What Node offers for it: from 24.14.0 on a call, before that a variable read at its start. */
export interface ProxySupport {
  readonly setGlobalProxyFromEnv?: ((env: NodeJS.ProcessEnv) => unknown) | undefined;
}

const variables: readonly string[] = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
const forEverything: readonly string[] = ['all_proxy', 'ALL_PROXY'];

// A proxy would see signatures and the minted secret of a plain `http:` endpoint on this machine.
const thisMachine = 'localhost,127.0.0.1,::1,[::1]';

/**
 * Makes `fetch` honor `https_proxy`, `http_proxy` and `no_proxy`, in either case. Node does so only when
 * told. A Node that cannot be told goes past the proxy, and the warning says so.
 *
 * @throws {ActionError} `ERR_PROXY_INVALID` for a value that is not a URL. It is not quoted.
 */
export function useProxy(
  { core, env }: Pick<Step, 'core' | 'env'>,
  loadSupport: () => ProxySupport = () => process.getBuiltinModule('node:http'),
): void {
  const named = variables.filter((name) => env[name]);
  const title = 'The proxy is not used';
  if (named.length === 0) {
    const ignored = forEverything.filter((name) => env[name]);
    if (ignored.length > 0) {
      core.warning(
        `${ignored.join(' and ')} is set and has no effect: Node does not read it, so requests go past that proxy. Set https_proxy instead.`,
        { title },
      );
    }
    return;
  }
  refuseBrokenValues(named, env);
  // Loaded only here, since most runners have no proxy.
  const { setGlobalProxyFromEnv } = loadSupport();
  if (setGlobalProxyFromEnv) {
    const direct = [env['no_proxy'] ?? env['NO_PROXY'], thisMachine].filter(Boolean).join(',');
    try {
      setGlobalProxyFromEnv({ ...env, no_proxy: direct, NO_PROXY: direct });
    } catch {
      // Node quotes the value, which may hold a password, so its error is not even a cause.
      throw invalid(named);
    }
    return;
  }
  if (env['NODE_USE_ENV_PROXY'] === '1') return;
  core.warning(
    `${named.join(' and ')} is set, and the Node of this runner (${process.version}) cannot be told to use it, so requests go past the proxy. Update the runner to one with Node 24.14 or newer.`,
    { title },
  );
}

// Node reads these by itself where NODE_USE_ENV_PROXY is 1, and then prints a value that it cannot parse and
// ends, in `post` too. So `main` refuses such a value while nothing is minted yet.
function refuseBrokenValues(named: readonly string[], env: NodeJS.ProcessEnv): void {
  const broken = named.filter((name) => !isProxyUrl(env[name] ?? ''));
  if (broken.length > 0) throw invalid(broken);
}

function isProxyUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function invalid(named: readonly string[]): ActionError {
  return new ActionError(
    'ERR_PROXY_INVALID',
    `${named.join(' and ')} cannot be used as a proxy. Expected a URL such as http://proxy.example.com:3128, with the scheme, and with %2F for a slash in a password; the value is not shown here because it may hold a password.`,
  );
}
