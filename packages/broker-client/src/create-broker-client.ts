// The two requests that a client of the broker makes: a lease, and its end (DESIGN section 9).
import { BrokerClientError } from './errors.ts';
import { fetchJson, type JsonAnswer } from './fetch-json.ts';
import { leaseBody } from './lease-body.ts';
import { requestIdToken } from './request-id-token.ts';

/** The answer to a request for a lease. */
export interface BrokeredLease {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly 'expires-at': string;
  readonly 'enforced-by': 'server' | 'broker';
  readonly sealed: string;
  readonly 'revoke-token': string;
}

/** What the key is for, as in a mint. */
export interface RequestedScope {
  readonly operations?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly resources?: readonly string[] | undefined;
  readonly role?: string | undefined;
  readonly getOperation?: 'auto' | 'allow' | 'deny' | undefined;
}

export interface LeaseRequest {
  /** Default the first rule that matches. */
  readonly rule?: string | undefined;
  readonly scope: RequestedScope;
  /** Such as `15m`. Default what the rule says. */
  readonly ttl?: string | undefined;
}

export interface CallLimits {
  readonly signal: AbortSignal;
  /** How long to repeat a request that was not answered, in milliseconds. 0 sends it once. */
  readonly limitMs: number;
}

export interface BrokerClient {
  /** The idempotency key, which is the id of the lease. */
  readonly id: string;
  readonly url: URL;
  readonly audience: string;
  /** Asks for a lease, sealed to the recipient. Its id makes it safe to ask again. */
  request(
    request: LeaseRequest & { readonly recipient: string },
    limits: CallLimits,
  ): Promise<BrokeredLease>;
  /**
   * Ends the lease of this id, and keeps a request that is still on its way from making one. Without a
   * revoke token, and where the broker refuses it, a fresh OIDC token is shown.
   */
  end(revokeToken: string | undefined, limits: CallLimits): Promise<'revoked' | 'revoking'>;
}

export interface BrokerClientOptions {
  readonly url: URL;
  /** What OIDC tokens are asked for. Default the URL without a slash at its end. */
  readonly audience?: string | undefined;
  /** Default a new one. */
  readonly id?: string;
  /** Where the OIDC token comes from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch?: typeof fetch;
  /** A clock that only goes forward, in milliseconds. */
  readonly elapsed?: () => number;
  /** Rejects once the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

const firstDelayMs = 500;
const maxDelayMs = 8000;

export function createBrokerClient(options: BrokerClientOptions): BrokerClient {
  const { url, id = crypto.randomUUID(), env, sleep } = options;
  const { fetch = globalThis.fetch, elapsed = () => performance.now() } = options;
  const base = url.href.replace(/\/+$/, '');
  const audience = options.audience ?? base;

  /** Sends until there is an answer that does not pass by itself. */
  async function persist(
    send: () => Promise<JsonAnswer>,
    { signal, limitMs }: CallLimits,
  ): Promise<LastAnswer> {
    const startedAt = elapsed();
    let uncertain = false;
    for (let delayMs = firstDelayMs; ; delayMs = Math.min(delayMs * 2, maxDelayMs)) {
      const goesOn = elapsed() - startedAt + delayMs < limitMs;
      try {
        const answer = await send();
        if (!goesOn || !isPassing(answer.status)) return { ...answer, uncertain };
      } catch (error) {
        if (!goesOn || !isUnreachable(error)) throw error;
      }
      uncertain = true;
      await sleep(delayMs, signal);
    }
  }

  return {
    id,
    url,
    audience,
    async request({ recipient, ...request }, limits) {
      const { signal } = limits;
      const body = leaseBody(request, recipient);
      const endpoint = new URL(`${base}/v1/leases`);
      // GitHub's token is bound to the recipient, so that it opens nothing else.
      const bound = `${audience}?recipient=${recipient}`;
      const answer = await persist(async () => {
        // Anew each time: the broker takes GitHub's token once.
        const bearer = await requestIdToken(bound, { env, fetch, signal });
        const headers = { 'idempotency-key': id };
        return fetchJson(fetch, endpoint, { method: 'POST', bearer, headers, body, signal });
      }, limits);
      if (answer.status !== 201) throw refusal(answer);
      return checkLease(answer.body);
    },
    async end(revokeToken, limits) {
      const { signal } = limits;
      const endpoint = new URL(`${base}/v1/leases/${id}`);
      const send = (token: string | undefined): Promise<LastAnswer> =>
        persist(async () => {
          const bearer = token ?? (await requestIdToken(audience, { env, fetch, signal }));
          return fetchJson(fetch, endpoint, { method: 'DELETE', bearer, signal });
        }, limits);
      const first = await send(revokeToken);
      // Answers to repeated requests can cross, and only the latest revoke token counts.
      const isStale = revokeToken !== undefined && first.status === 401;
      return checkEnd(isStale ? await send(undefined) : first);
    },
  };
}

interface LastAnswer extends JsonAnswer {
  /** Whether an earlier attempt may have had an effect. */
  readonly uncertain: boolean;
}

function isUnreachable(error: unknown): boolean {
  return error instanceof BrokerClientError && error.code === 'ERR_BROKER_UNREACHABLE';
}

function isPassing(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

const members = ['id', 'key', 'name', 'expires-at', 'sealed', 'revoke-token'] as const;

function checkLease(body: JsonAnswer['body']): BrokeredLease {
  const missing = members.find((name) => {
    const value = body?.[name];
    return typeof value !== 'string' || !/^[!-~]+$/.test(value);
  });
  if (missing === undefined) return body as unknown as BrokeredLease;
  throw new BrokerClientError(
    'ERR_BROKER_ANSWER_INVALID',
    `The broker's answer has no ${missing} that is one word. Expected an exo-broker of this release; check the address.`,
  );
}

// A page of something between us and the broker can have the status 200 too.
function checkEnd(answer: LastAnswer): 'revoked' | 'revoking' {
  if (answer.status !== 200) throw refusal(answer);
  const state = answer.body?.['state'];
  if (state === 'revoked' || state === 'revoking') return state;
  throw new BrokerClientError(
    'ERR_BROKER_UNREACHABLE',
    'The answer does not say whether the lease ended. Expected one of an exo-broker; check the address, and any proxy.',
  );
}

function refusal({ status, body, retryAfter, uncertain }: LastAnswer): BrokerClientError {
  const { code, detail, title } = body ?? {};
  const said = [code, detail ?? title].filter((each) => typeof each === 'string').join(': ');
  const wait = retryAfter === null ? '' : ` Try again in ${retryAfter} s.`;
  // 4xx from something that is not a broker proves nothing.
  const isRefused = status >= 400 && status < 500 && typeof code === 'string';
  return new BrokerClientError(
    isRefused ? 'ERR_BROKER_REFUSED' : 'ERR_BROKER_UNREACHABLE',
    `The broker answered ${status}${said && ` (${said})`}.${wait} Its audit trail says more.`,
    { uncertain },
  );
}
