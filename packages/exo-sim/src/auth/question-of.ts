// What a call asks the policies.
import type { Call } from '../call/call.ts';
import { snakeCaseKeys } from '../policy/snake-case.ts';
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
    // What is acted upon comes last: the path, since nothing may pose as the object it names, and
    // before it the body, which a read has none of. Each is renamed before the next one covers it.
    parameters: {
      ...snakeCaseKeys(query),
      ...(operation.method !== 'GET' && snakeCaseKeys(body)),
      ...snakeCaseKeys(pathParameters),
    },
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => policyHeaders.includes(name)),
    ),
    resources: {},
  };
}
