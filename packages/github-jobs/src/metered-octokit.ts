// GitHub's client with limits: every request times out, and a refused token is not used again and again.
import { Octokit as OctokitCore } from '@octokit/core';
import { paginateRest, type PaginateInterface } from '@octokit/plugin-paginate-rest';

import { isOfTheToken, responseOf } from './explain-refusal.ts';

// Of Octokit what two requests need. The toolkit's comes with every endpoint and an HTTP client of its own,
// nine tenths of a bundle; this one uses the global `fetch` and the proxy that is set for it.
export type Octokit = OctokitCore & { readonly paginate: PaginateInterface };

export interface MeteredOctokit {
  readonly octokit: Octokit;
  /** Requests made so far, and how many are left in this hour, if GitHub says so. */
  readonly quota: () => { readonly requests: number; readonly remaining: number | undefined };
}

export interface OctokitOptions {
  readonly token: string;
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** Aborts the requests under way. */
  readonly signal?: AbortSignal;
  /** Limit of one request, in milliseconds. Default 15,000. */
  readonly requestTimeoutMs?: number;
}

// After so many failures in a row, GitHub is taken to be down.
const maxFailuresInARow = 5;

const PagingOctokit = OctokitCore.plugin(paginateRest);

/**
 * Octokit has neither retries nor a time-out. This one has a time-out, and once
 * GitHub has refused the token, wants it to slow down, or has failed five times in a row, every further
 * request fails with the same error and is not sent: GitHub bans clients that go on.
 */
export function createMeteredOctokit(options: OctokitOptions): MeteredOctokit {
  const { token, apiUrl, signal, requestTimeoutMs = 15_000 } = options;
  const octokit: Octokit = new PagingOctokit({ auth: token, baseUrl: apiUrl });
  let requests = 0;
  let failuresInARow = 0;
  let remaining: number | undefined;
  let final: { readonly error: unknown } | undefined;

  octokit.hook.wrap('request', async (send, request) => {
    if (final) throw final.error;
    requests += 1;
    const timeout = AbortSignal.timeout(requestTimeoutMs);
    const bound = signal ? AbortSignal.any([signal, timeout]) : timeout;
    // In place: the hook that signs in, which comes after this one, gets this object and no other.
    request.request = { ...request.request, signal: bound };
    try {
      const response = await send(request);
      failuresInARow = 0;
      note(response.headers);
      return response;
    } catch (error) {
      const response = responseOf(error);
      note(response?.headers ?? {});
      failuresInARow = response && response.status < 500 ? 0 : failuresInARow + 1;
      if (isOfTheToken(error) || failuresInARow >= maxFailuresInARow) final ??= { error };
      throw error;
    }
  });

  // A GitHub Enterprise Server without limits does not send the header.
  function note(headers: { readonly 'x-ratelimit-remaining'?: string | undefined }): void {
    const left = headers['x-ratelimit-remaining'];
    if (left !== undefined) remaining = Number(left);
  }

  return { octokit, quota: () => ({ requests, remaining }) };
}
