// The API client of an action, which tells the debug log what it does.
import { createClient, ExoIamError, hasCode, type Client, type Exchange } from '@x/exo-iam';

import type { Step } from './step.ts';

/** What an action needs to call the API. It has to survive from `main` to `post` in the state. */
export interface Connection {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** True where the key came from variables, which an earlier step may have set. */
  readonly fromVariables?: boolean;
  readonly zone?: string;
  readonly endpoint?: string;
}

/** A client whose requests show up in the debug log, without headers, bodies and signatures. */
export function createJobClient({ core }: Step, connection: Connection): Client {
  const { apiKey, apiSecret, zone, endpoint, fromVariables = false } = connection;
  const client = createClient({
    credentials: { apiKey, apiSecret },
    ...(zone !== undefined && { zone }),
    ...(endpoint !== undefined && { endpoint }),
    onExchange: (exchange) => core.debug(describe(exchange)),
  });
  return fromVariables ? withSourceInDenials(client) : client;
}

function describe(exchange: Exchange): string {
  const { operation, method, url, attempt, status, durationMs, signedMessage } = exchange;
  const outcome = `${status ?? 'no answer'} in ${durationMs} ms, attempt ${attempt}`;
  const signed =
    signedMessage === undefined ? 'sent unsigned' : `signed ${JSON.stringify(signedMessage)}`;
  return `${operation}: ${method} ${url} -> ${outcome}; ${signed}`;
}

// The usual advice, to extend the policy of the key's role, would make an administrator of a minted key
// that an earlier step exported.
function withSourceInDenials(client: Client): Client {
  return {
    ...client,
    at: (endpoint) => withSourceInDenials(client.at(endpoint)),
    within: (...budget) => withSourceInDenials(client.within(...budget)),
    async request<T>(...call: Parameters<Client['request']>): Promise<T> {
      try {
        return await client.request<T>(...call);
      } catch (cause) {
        if (!hasCode(cause, 'ERR_POLICY_DENIED')) throw cause;
        const { code, status, operation, serviceClass } = cause;
        throw new ExoIamError(
          code,
          `${operation} was refused in class ${serviceClass} for the key of the variable EXOSCALE_API_KEY. An earlier step of this job, such as a mint, may have set it to a restricted key. Pass the parent key as the inputs api-key and api-secret.`,
          { status, operation, serviceClass, cause },
        );
      }
    },
  };
}
