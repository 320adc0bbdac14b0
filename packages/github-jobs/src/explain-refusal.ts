// What a refusal by GitHub means for a sweep, and what to do about it.
import { GithubJobsError } from './errors.ts';

/** What of GitHub's answer the error of a request still has. */
export interface RefusedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** GitHub's answer; `undefined` when there was none, for which Octokit makes up the status 500. */
export function responseOf(error: unknown): RefusedResponse | undefined {
  const response = error instanceof Error && 'response' in error ? error.response : undefined;
  return response as RefusedResponse | undefined;
}

/** Whether it concerns every request with this token, not only the one that was refused. */
export function isOfTheToken(error: unknown): boolean {
  const response = responseOf(error);
  return response !== undefined && (response.status === 401 || isRateLimit(error, response));
}

/** Whether the next request would end as this one did, because the server's certificate is not trusted. */
export function isUntrusted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return certificate.test(code ?? '') || isUntrusted(error.cause);
}

const certificate = /CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF/;

/** The coded error for a job that could not be looked up. */
export function explainRefusal(error: unknown, repository: string): GithubJobsError {
  const response = responseOf(error);
  const status = response?.status;
  const words = wordsOf(error);
  const said = status === undefined ? words : `${status}: ${words}`;
  return new GithubJobsError(
    'ERR_JOB_UNKNOWN',
    `Looking up a job of ${repository} on GitHub failed (${said}). ${adviceFor(error, response)}`,
    { cause: error, ...(status !== undefined && { status }) },
  );
}

function adviceFor(error: unknown, response: RefusedResponse | undefined): string {
  if (isUntrusted(error)) {
    return 'The certificate is not trusted here. To trust another certificate authority, set NODE_EXTRA_CA_CERTS to its file.';
  }
  if (!response) return later;
  const { status, headers } = response;
  if (isRateLimit(error, response)) {
    if (headers['x-ratelimit-remaining'] !== '0') {
      return 'GitHub limits how fast this token may send requests. Sweep again later, when nothing else uses the token.';
    }
    const reset = new Date(Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000);
    const when = Number.isNaN(reset.getTime()) ? '' : ` until ${reset.toISOString()}`;
    return `The hourly quota of the token is used up${when}; sweep again later, or use the token of a GitHub App, whose quota is larger.`;
  }
  if (status === 401) return 'The token is not valid or has expired; check github-token.';
  if (status === 403 || status === 404) {
    return 'The token needs the permission actions: read on that repository. GITHUB_TOKEN reaches only its own repository; for others, use the token of a GitHub App.';
  }
  if (status < 500) {
    return 'Expected the API of a GitHub server; check GITHUB_API_URL and any proxy in between.';
  }
  return later;
}

const later = 'Sweep again later. Until then the lease is kept, and its deadline still applies.';

function isRateLimit(error: unknown, { status, headers }: RefusedResponse): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const isUsedUp = headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers;
  return isUsedUp || /rate limit/i.test(messageOf(error));
}

// One line: a line of its own could be a command of the runner.
function wordsOf(error: unknown): string {
  const text = messageOf(error);
  if (/^\s*</.test(text)) return 'a page of HTML';
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
