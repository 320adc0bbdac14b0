// The OIDC token that says whose job this is.
import type { Context } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { fetchJson } from './fetch-json.ts';

/**
 * `EXO_LEASE_ID_TOKEN` as it is, since its audience stands in the pipeline's file; else a token for this
 * audience from GitHub.
 *
 * @throws {ExoLeaseError} `ERR_CREDENTIALS_MISSING` without either, `ERR_BROKER_UNREACHABLE`.
 */
export async function requestIdToken(
  context: Pick<Context, 'env' | 'fetch'>,
  audience: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<string> {
  const { env } = context;
  const given = (env['EXO_LEASE_ID_TOKEN'] ?? '').trim();
  if (given) return given;
  const requestUrl = env['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!requestUrl || !bearer) {
    throw new ExoLeaseError(
      'ERR_CREDENTIALS_MISSING',
      'There is no OIDC token for the broker. In GitLab, set EXO_LEASE_ID_TOKEN under id_tokens; on GitHub, give the job permissions: id-token: write.',
    );
  }
  const url = new URL(requestUrl);
  url.searchParams.set('audience', audience);
  const { status, body } = await fetchJson(context, url, { method: 'GET', bearer, signal });
  const token = (body as { readonly value?: unknown } | undefined)?.value;
  if (status === 200 && typeof token === 'string') return token;
  throw new ExoLeaseError(
    'ERR_BROKER_UNREACHABLE',
    `GitHub gave no OIDC token (${status}). Check that the job has permissions: id-token: write.`,
  );
}

/** The audience for a new lease: GitHub's token is bound to the recipient, so that it opens nothing else. */
export function audienceFor(base: string, recipient: string): string {
  return `${base}?recipient=${recipient}`;
}
