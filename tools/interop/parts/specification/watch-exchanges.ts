// A fetch that hands every request on to the simulator and holds both sides against the
// specification.
import type { Simulator } from '@x/exo-sim';

import { checkAnswer, checkRequest, findSpecified } from './check-exchange.ts';
import type { Validate } from './create-validator.ts';
import type { Specification } from './specification.ts';

export interface Watched {
  readonly fetch: typeof fetch;
  /** One per request, in order. */
  readonly seen: readonly Finding[];
}

export interface Finding {
  readonly method: string;
  readonly path: string;
  /** `undefined` where the specification has no such operation. */
  readonly operation: string | undefined;
  readonly status: number;
  readonly problems: readonly string[];
}

export function watchExchanges(
  simulator: Simulator,
  specification: Specification,
  validate: Validate,
): Watched {
  const seen: Finding[] = [];
  const watchedFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const { method } = request;
    const body = await request.clone().text();
    const response = await simulator.fetch(request);
    const { status } = response;
    const path = url.pathname.replace(/^\/v2/, '');
    const found = findSpecified(specification, method, path);
    const answer: unknown = await response.clone().json();
    const contentType = request.headers.get('content-type');
    const exchange = found && { ...found, url, body, contentType, status, answer };
    const problems = exchange
      ? [
          ...checkRequest(exchange, validate).map((problem) => `request ${problem}`),
          ...checkAnswer(exchange, validate).map((problem) => `answer ${status} ${problem}`),
        ]
      : ['the specification has no such operation'];
    seen.push({ method, path, operation: found?.operation.name, status, problems });
    return response;
  };
  return { fetch: watchedFetch, seen };
}
