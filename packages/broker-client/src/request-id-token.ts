// The OIDC token that says whose job this is.
import { BrokerClientError } from './errors.ts';
import { fetchJson } from './fetch-json.ts';

export interface IdTokenOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
}

/**
 * A token for this audience from GitHub, whose variables an earlier step cannot change; else
 * `EXO_LEASE_ID_TOKEN` as it is, since its audience stands in the pipeline's file.
 *
 * @throws {BrokerClientError} `ERR_ID_TOKEN_MISSING` without either, `ERR_BROKER_UNREACHABLE`.
 */
export async function requestIdToken(
  audience: string,
  { env, fetch, signal }: IdTokenOptions,
): Promise<string> {
  const requestUrl = env['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!requestUrl || !bearer) {
    const given = (env['EXO_LEASE_ID_TOKEN'] ?? '').trim();
    if (given) return given;
    throw new BrokerClientError(
      'ERR_ID_TOKEN_MISSING',
      'The broker needs an OIDC token, and this job cannot get one. On GitHub, give the job permissions: id-token: write; workflows from forks get none. In GitLab, set EXO_LEASE_ID_TOKEN under id_tokens.',
    );
  }
  const url = new URL(requestUrl);
  url.searchParams.set('audience', audience);
  const { status, body } = await fetchJson(fetch, url, { method: 'GET', bearer, signal });
  const token = body?.['value'];
  if (status === 200 && typeof token === 'string' && token) return token;
  throw new BrokerClientError(
    'ERR_BROKER_UNREACHABLE',
    `GitHub gave no OIDC token (${status}). Check that the job has permissions: id-token: write.`,
  );
}
