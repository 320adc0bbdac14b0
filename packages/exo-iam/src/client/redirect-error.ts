// The error for a redirect. A signed request is never sent to another host.
import { ExoIamError } from '../errors.ts';

export interface Redirect {
  readonly operation: string;
  readonly method: string;
  readonly url: URL;
  readonly response: Response;
}

const statuses: readonly number[] = [301, 302, 303, 307, 308];

/** The error, or undefined for an answer that is not a redirect. Certain, but for a 303 after a change. */
export function redirectError(redirect: Redirect): ExoIamError | undefined {
  const { operation, method, url, response } = redirect;
  const { status, headers } = response;
  if (!statuses.includes(status)) return undefined;
  const place = headers.get('location') ?? '';
  const host = place && URL.canParse(place, url) ? new URL(place, url).host : '';
  return new ExoIamError(
    'ERR_ANSWER_UNREADABLE',
    `${operation} returned a redirect (${status}) to ${host || 'nowhere'}, which is not followed. Expected an Exoscale API; check the endpoint and any proxy in between.`,
    // A 303 says: done, and the result is there.
    { operation, status, uncertain: status === 303 && method !== 'GET' },
  );
}
