// One request, from its raw form to its answer: route, signature, body, policy, handler. Each step may refuse,
// and then no later step runs.
import type { Operation } from '@x/exo-operations';

import { authenticate } from '../auth/authenticate.ts';
import { authorize } from '../auth/authorize.ts';
import { questionOf } from '../auth/question-of.ts';
import { refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { handlerOf } from '../handlers/handlers.ts';
import type { Store } from '../state/store.ts';
import { parseJsonBody } from './parse-json-body.ts';
import { maximumBodyBytes, type ReceivedRequest } from './received-request.ts';
import { recordEvent } from './record-event.ts';
import { inRefusalForm } from './refusal-form.ts';
import type { Route } from './route.ts';

export interface Service {
  readonly store: Store;
  readonly zones: readonly string[];
}

export function serve(service: Service, request: ReceivedRequest, route: Route): Answer {
  const refusal =
    request.body.byteLength > maximumBodyBytes
      ? refuse(413, `The body is larger than ${maximumBodyBytes} bytes`)
      : undefined;
  if (!route.operation) return refusal ?? route.refusal;
  return inRefusalForm(refusal ?? serveOperation(service, request, route), route.operation);
}

function serveOperation(
  { store, zones }: Service,
  request: ReceivedRequest,
  route: Extract<Route, { readonly operation: Operation }>,
): Answer {
  const { operation, zone, path, query, pathParameters } = route;
  const header = request.headers['authorization'];
  const isPublic = operation.name === 'list-zones' && header === undefined;
  const signed = { method: request.method, path, query, body: request.body };
  const authentication = isPublic ? undefined : authenticate(store, signed, header);
  if (authentication && 'refusal' in authentication) {
    return refuse(403, authentication.refusal);
  }

  const body = parseJsonBody(request.body);
  const call: Call = {
    operation,
    zone,
    zones,
    path,
    sourceIp: request.sourceIp,
    headers: request.headers,
    id: Object.values(pathParameters)[0] ?? '',
    pathParameters,
    query: Object.fromEntries(new URLSearchParams(query)),
    body: body ?? {},
    endpointOf: request.endpointOf,
    ...authentication,
  };
  const answer = body
    ? answerCall(store, call)
    : refuse(400, 'The body is not a JSON object, or nested too deeply');
  recordEvent(store, call, answer.status);
  return answer;
}

function answerCall(store: Store, call: Call): Answer {
  const decision = call.caller && authorize(store, call.caller, questionOf(store, call));
  if (decision?.allowed === false) return refuse(403, decision.reason);
  return handlerOf(call.operation.name)(store, call);
}
