// What a refusal by GitHub means for a sweep, and what to do about it.
import { ActionError } from '../errors.ts';

/** The HTTP status of an error of Octokit, if it has one. */
export function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** The coded error for a job that could not be looked up. */
export function explainRefusal(error: unknown, repository: string): ActionError {
  const status = statusOf(error);
  const said = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  return new ActionError(
    'ERR_JOB_UNKNOWN',
    `GitHub could not be asked about a job of ${repository} (${status ?? 'no answer'}: ${said}). ${adviceFor(error, status)}`,
    { cause: error, ...(status !== undefined && { status }) },
  );
}

function adviceFor(error: unknown, status: number | undefined): string {
  if (isRateLimit(error, status)) {
    return 'The hourly quota of the token is used up; sweep again later, or use the token of a GitHub App, whose quota is larger.';
  }
  if (status === 401) return 'The token is not valid; check github-token.';
  if (status === 403 || status === 404) {
    return `The token has to be allowed actions: read on ${repositoryHint}.`;
  }
  return 'Sweep again later; until then its deadline protects.';
}

const repositoryHint =
  'that repository; GITHUB_TOKEN reaches its own alone, for others use the token of a GitHub App';

function isRateLimit(error: unknown, status: number | undefined): boolean {
  if (status === 429) return true;
  return status === 403 && error instanceof Error && /rate limit/i.test(error.message);
}
