// GitHub's client with limits: every request times out, and a refused token is not used again and again.
import { Octokit as OctokitCore } from '@octokit/core';
import { paginateRest, type PaginateInterface } from '@octokit/plugin-paginate-rest';

import { isOfTheToken, responseOf } from './explain-refusal.ts';
import { repeatTransient, type Sleep } from './repeat-transient.ts';

/** Of Octokit what two requests need. */
export type Octokit = Pick<OctokitCore, 'hook' | 'request'> & {
  readonly paginate: PaginateInterface;
};

export interface MeteredOctokit {
  readonly octokit: Octokit;
  /** Requests made so far, and how many are left in this hour, if GitHub says so. */
  readonly quota: () => { readonly requests: number; readonly remaining: number | undefined };
}

export interface OctokitOptions {
  readonly token: string;
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /**
   * Makes the client. Default one that uses the global `fetch` and the proxy that is set for it: a tenth of
   * the toolkit's `getOctokit`, which has every endpoint and an HTTP client of its own.
   */
  readonly createOctokit?: (options: Pick<OctokitOptions, 'token' | 'apiUrl'>) => Octokit;
  /** Aborts the requests under way. */
  readonly signal?: AbortSignal;
  /** Limit of one request, in milliseconds. Default 15,000. */
  readonly requestTimeoutMs?: number;
  /** Waits between repeats. */
  readonly sleep?: Sleep;
}

// After so many failures in a row, GitHub is taken to be down.
const maxFailuresInARow = 5;

const PagingOctokit = OctokitCore.plugin(paginateRest);

/**
 * Octokit has neither retries nor a time-out. This one repeats requests that failed for the moment, and has
 * a time-out, after which nothing is repeated. Once GitHub has refused the token, wants it to slow down, or
 * has failed five requests in a row, repeats included, every further request fails with the same error and
 * is not sent: GitHub bans clients that go on.
 */
export function createMeteredOctokit(options: OctokitOptions): MeteredOctokit {
  const { createOctokit = createSmallOctokit, signal, requestTimeoutMs = 15_000, sleep } = options;
  const octokit = createOctokit(options);
  let requests = 0;
  let failuresInARow = 0;
  let remaining: number | undefined;
  let final: { readonly error: unknown } | undefined;

  octokit.hook.wrap('request', async (send, request) => {
    let bound: AbortSignal | undefined;
    const sendOnce = async (): Promise<Awaited<ReturnType<typeof send>>> => {
      if (final) throw final.error;
      requests += 1;
      const timeout = AbortSignal.timeout(requestTimeoutMs);
      bound = signal ? AbortSignal.any([signal, timeout]) : timeout;
      // In place: the hook that signs in, which comes after this one, gets this object and no other.
      request.request = { ...request.request, signal: bound };
      try {
        const response = await send(request);
        note(response.headers);
        return response;
      } catch (error) {
        note(responseOf(error)?.headers ?? {});
        if (isOfTheToken(error)) final ??= { error };
        throw error;
      }
    };
    const isFinal = (): boolean => final !== undefined || bound?.aborted === true;
    try {
      const response = await repeatTransient(sendOnce, { isFinal, sleep, signal });
      failuresInARow = 0;
      return response;
    } catch (error) {
      const status = responseOf(error)?.status ?? 500;
      failuresInARow = status < 500 ? 0 : failuresInARow + 1;
      if (failuresInARow >= maxFailuresInARow) final ??= { error };
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

function createSmallOctokit({ token, apiUrl }: OctokitOptions): Octokit {
  return new PagingOctokit({ auth: token, baseUrl: apiUrl });
}
