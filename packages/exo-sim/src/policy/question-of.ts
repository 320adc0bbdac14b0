// What a call asks the policies.
import type { Call } from '../handlers/handler.ts';
import type { Store } from '../state/store.ts';
import type { Question } from './authorize.ts';

// The only request headers that policies can see.
const policyHeaders = ['if-match', 'if-none-match', 'sse-c-customer-algorithm'];

export function questionOf(store: Store, call: Call): Question {
  const { operation, zone, sourceIp, pathParameters, query, body, headers } = call;
  return {
    operation: operation.name,
    serviceClass: operation.serviceClass,
    zone,
    sourceIp,
    at: store.options.now(),
    // The path comes last: nothing in a body may pose as the object that the path names.
    parameters: { ...body, ...query, ...pathParameters },
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => policyHeaders.includes(name)),
    ),
    resources: {},
  };
}
