// One key of the experiment: its client, and what the API answers to it, told as status and text.
import { type Client, type ClientOptions, createClient, ExoIamError } from '@x/exo-iam';

import { type Answer, readRefusal } from './answer.ts';

export interface Probe {
  readonly client: Client;
  /**
   * Makes a call and says how it was answered, refusals included.
   *
   * @throws What is no answer: the network's failures, and an abort.
   */
  readonly answer: (call: (client: Client) => Promise<unknown>) => Promise<Answer>;
}

export type ProbeOptions = ClientOptions & {
  readonly fetch: typeof fetch;
  /** Told of every 429, with its Retry-After. */
  readonly onRateLimit: (retryAfter: string | null) => void;
};

export function createProbe(options: ProbeOptions): Probe {
  let last: Answer | undefined;
  const client = createClient({
    ...options,
    userAgent: 'exo-lease-live',
    fetch: async (input, init) => {
      const response = await options.fetch(input, init);
      const { status, headers } = response;
      if (status === 429) options.onRateLimit(headers.get('retry-after'));
      last = { status, text: response.ok ? '' : readRefusal(await response.clone().text()) };
      return response;
    },
  });
  return {
    client,
    async answer(call) {
      last = undefined;
      try {
        await call(client);
      } catch (error) {
        if (!(error instanceof ExoIamError) || last === undefined) throw error;
        const { status, text }: Answer = last;
        // Without a text, an operation that was accepted and failed later.
        return { status, text: text || readRefusal(error.message) };
      }
      return last ?? { status: 0, text: 'no request' };
    },
  };
}
