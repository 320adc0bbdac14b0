// One request, from its raw form to its answer: route, signature, body, policy, handler. Each step
// may refuse, and what an earlier one refuses a later one never sees.
import type { Operation } from '@x/exo-operations';

import { authenticate } from '../auth/authenticate.ts';
import type { Call } from '../handlers/handler.ts';
import { handlerOf } from '../handlers/handlers.ts';
import { authorize } from '../policy/authorize.ts';
import { questionOf } from '../policy/question-of.ts';
import { recordEvent } from '../state/record-event.ts';
import type { Store } from '../state/store.ts';
import type { Answer } from './answer.ts';
import { refuse } from './answer.ts';
import { parseJsonBody } from './parse-json-body.ts';
import type { ReceivedRequest } from './received-request.ts';
import { maximumBodyBytes } from './received-request.ts';
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
