// Records each request, applies faults to it, and serves it.
import { parseAuthorization } from '../auth/parse-authorization.ts';
import type { Answer } from '../call/answer.ts';
import type { FaultPlan } from './faults.ts';
import type { ReceivedRequest } from './received-request.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { routeRequest, type Route } from './route.ts';
import { serve, type Service } from './serve.ts';

export interface RequestHandlerParts extends Service {
  readonly requests: RecordedRequest[];
  readonly requestsKept: number;
  readonly faults: FaultPlan;
  readonly sleep: (durationMs: number, signal: AbortSignal) => Promise<void>;
  readonly onRequest: (request: RecordedRequest) => void;
}

/** `undefined` means: cut the connection. */
export type RequestHandler = (request: ReceivedRequest) => Promise<Answer | undefined>;

type Draft = { -readonly [Name in keyof RecordedRequest]: RecordedRequest[Name] };

export function createRequestHandler(parts: RequestHandlerParts): RequestHandler {
  return async (request) => {
    const route = routeRequest(request, parts.zones);
    const record = draftRecord(request, route);
    // On arrival, to keep the order of arrival and to include a request that hangs.
    parts.requests.push(record);
    if (parts.requests.length > parts.requestsKept) parts.requests.shift();
    const fault = parts.faults.take(record);
    record.dropped = fault?.dropConnection;
    try {
      if (fault?.delayMs !== undefined) await parts.sleep(fault.delayMs, request.signal);
      const answer =
        fault?.dropConnection === 'before'
          ? undefined
          : (fault?.respond ?? serve(parts, request, route));
      record.status = answer?.status;
      return fault?.dropConnection ? undefined : answer;
    } finally {
      // Also for a request whose client left while it waited.
      parts.onRequest(record);
    }
  };
}

function draftRecord(request: ReceivedRequest, route: Route): Draft {
  return {
    method: request.method,
    path: route.path,
    query: route.query,
    body: new TextDecoder().decode(request.body),
    operation: route.operation?.name,
    zone: route.zone,
    apiKey: parseAuthorization(request.headers['authorization'] ?? '')?.apiKey,
    status: undefined,
    dropped: undefined,
  };
}
