// The API client of an action, which tells the debug log what it does.
import { createClient, type Client, type Exchange } from '@x/exo-iam';

import type { Step } from './step.ts';

/** What an action needs to call the API. It has to survive from `main` to `post` in the state. */
export interface Connection {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly zone?: string;
  readonly endpoint?: string;
}

/** A client whose requests show up in the debug log, without headers, bodies and signatures. */
export function createJobClient({ core }: Step, connection: Connection): Client {
  const { apiKey, apiSecret, zone, endpoint } = connection;
  return createClient({
    credentials: { apiKey, apiSecret },
    ...(zone !== undefined && { zone }),
    ...(endpoint !== undefined && { endpoint }),
    onExchange: (exchange) => core.debug(describe(exchange)),
  });
}

function describe(exchange: Exchange): string {
  const { operation, method, url, attempt, status, durationMs, signedMessage } = exchange;
  const outcome = `${status ?? 'no answer'} in ${durationMs} ms, attempt ${attempt}`;
  const signed =
    signedMessage === undefined ? 'sent unsigned' : `signed ${JSON.stringify(signedMessage)}`;
  return `${operation}: ${method} ${url} -> ${outcome}; ${signed}`;
}
