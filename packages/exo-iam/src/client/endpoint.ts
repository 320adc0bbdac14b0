// Where the API is: from a zone, or from an endpoint that the caller names.
import { ExoIamError } from '../errors.ts';

/** Where the API is. */
export interface EndpointOptions {
  /** The zone to call. Default `ch-gva-2`. IAM is the same in every zone. */
  readonly zone?: string | undefined;
  /** The API's base URL. Default `https://api-<zone>.exoscale.com/v2`. */
  readonly endpoint?: string | undefined;
  /**
   * Whether `endpoint` may be a host outside exoscale.com. Default false: the signature does not cover the
   * host, so a server there can send signed requests to the real API, and choose the ids in them.
   */
  readonly allowAnyHost?: boolean | undefined;
}

const defaultZone = 'ch-gva-2';
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a text has the form of a zone's name, such as `ch-gva-2`. The list of zones grows, so it is not checked. */
export function isZoneName(text: string): boolean {
  return /^[a-z]{2}-[a-z]{2,5}-\d{1,2}$/.test(text);
}

/** Whether a URL is on this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return loopback.test(hostname);
}

/**
 * The API's base URL, without a slash at its end.
 *
 * @throws {ExoIamError} `ERR_ZONE_INVALID`, `ERR_ENDPOINT_INVALID`. Hosts outside exoscale.com are refused
 *   unless allowed, and plain `http:` except to this machine: anyone who answers, or can change the request
 *   on its way, decides what is created.
 */
export function resolveEndpoint(options: EndpointOptions = {}): URL {
  const { zone = defaultZone, endpoint, allowAnyHost = false } = options;
  if (endpoint === undefined) {
    if (isZoneName(zone)) return new URL(`https://api-${zone}.exoscale.com/v2`);
    throw new ExoIamError(
      'ERR_ZONE_INVALID',
      `${JSON.stringify(zone)} is not an Exoscale zone. Expected a name such as "ch-gva-2" or "de-fra-1".`,
      { field: 'zone' },
    );
  }
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const problem = url ? problemOf(url, allowAnyHost) : 'it is not an absolute URL';
  if (!url || problem) {
    throw new ExoIamError(
      'ERR_ENDPOINT_INVALID',
      `The endpoint cannot be used: ${problem}. Expected a URL such as "https://api-ch-gva-2.exoscale.com/v2"; plain http is for this machine only.`,
      { field: 'endpoint' },
    );
  }
  url.pathname = url.pathname.replace(/\/+$/, '') || '/v2';
  return url;
}

function problemOf(url: URL, allowAnyHost: boolean): string | undefined {
  if (url.username || url.password) return 'it holds a user name or a password';
  if (url.search || url.hash) return 'it holds a query or a fragment';
  if (!/^https?:$/.test(url.protocol)) return `its scheme is ${url.protocol}`;
  if (isLoopback(url)) return undefined;
  if (url.protocol === 'http:') return `plain http to ${url.hostname} is not safe`;
  if (allowAnyHost || url.hostname.endsWith('.exoscale.com')) return undefined;
  return `${url.hostname} is not a host of exoscale.com`;
}
