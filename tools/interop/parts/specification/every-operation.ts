// Every operation of the specification: called by our client with the least that is valid, refused to
// a key that may do nothing, and sent a body that is no JSON.
import { createApiKey, createClient, createIamRole, ExoIamError } from '@x/exo-iam';
import { signRequest } from '@x/exo-signer';
import { createSimulator } from '@x/exo-sim';
import type { Credentials, Simulator } from '@x/exo-sim';

import type { Check } from '../../src/part.ts';
import { checkAnswer } from './check-exchange.ts';
import type { Validate } from './create-validator.ts';
import { makeItems } from './make-items.ts';
import { makeSpecialItems } from './make-special-items.ts';
import { smallestValue } from './smallest-value.ts';
import type { Specification, SpecifiedOperation } from './specification.ts';
import { watchExchanges } from './watch-exchanges.ts';

export interface Judge {
  readonly specification: Specification;
  readonly validate: Validate;
}

/** An organization in which there is what the operation is about. */
interface Prepared {
  readonly simulator: Simulator;
  /** May do nothing. */
  readonly powerless: Credentials;
  readonly request: {
    readonly path: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
}

const endpoint = 'https://api-ch-gva-2.exoscale.com/v2';

export async function checkEveryOperation(judge: Judge): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const operation of judge.specification.operations.values()) {
    checks.push(await checkCall(judge, operation), await checkRefusal(judge, operation));
    if (operation.body) checks.push(await checkMalformed(judge, operation));
  }
  return checks;
}

async function checkCall(judge: Judge, operation: SpecifiedOperation): Promise<Check> {
  const { simulator, request } = await prepare(judge, operation);
  const { fetch, seen } = watchExchanges(simulator, judge.specification, judge.validate);
  const client = createClient({ credentials: simulator.parentKey, fetch, endpoint });
  await client.request(operation.name, request).catch(ignoreRefusal);
  const [finding] = seen;
  const problems = finding?.problems ?? ['nothing was sent'];
  const passed = seen.length === 1 && finding?.status === 200 && problems.length === 0;
  const detail = `${finding?.status}: ${problems.join('\n')}`;
  return { name: `${operation.name} is called and answered`, passed, detail };
}

async function checkRefusal(judge: Judge, operation: SpecifiedOperation): Promise<Check> {
  const { simulator, request, powerless } = await prepare(judge, operation);
  const { fetch, seen } = watchExchanges(simulator, judge.specification, judge.validate);
  const client = createClient({ credentials: powerless, fetch, endpoint });
  const error = await client.request(operation.name, request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  ignoreRefusal(error);
  const refused = error instanceof ExoIamError && error.code === 'ERR_POLICY_DENIED';
  const [finding] = seen;
  const problems = finding?.problems ?? ['nothing was sent'];
  // The list of zones is public; our client asks for it without a signature.
  const expected = operation.name === 'list-zones' ? 200 : 403;
  const passed =
    finding?.status === expected && refused === (expected === 403) && problems.length === 0;
  const detail = `${finding?.status}, recognised as a denial: ${refused}: ${problems.join('\n')}`;
  return { name: `${operation.name} is refused to a key without rights`, passed, detail };
}

async function checkMalformed(judge: Judge, operation: SpecifiedOperation): Promise<Check> {
  const { simulator, request } = await prepare(judge, operation);
  const { method } = operation;
  const values = request.path;
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => values[name] ?? '');
  const url = new URL(endpoint + path);
  const body = '{"malformed';
  const authorization = await signRequest({ method, url, body }, simulator.parentKey);
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await simulator.fetch(url, { method, body, headers });
  const { status } = response;
  const answer: unknown = await response.json();
  const contentType = headers['content-type'];
  const exchange = { operation, url, pathParameters: values, body, contentType, status, answer };
  const problems = checkAnswer(exchange, judge.validate);
  const passed = status === 400 && problems.length === 0;
  const name = `${operation.name} refuses a body that is no JSON`;
  return { name, passed, detail: `${status}: ${problems.join('\n')}` };
}

async function prepare({ specification }: Judge, operation: SpecifiedOperation): Promise<Prepared> {
  const simulator = createSimulator({ allowEmptyPolicy: true });
  const client = createClient({ credentials: simulator.parentKey, fetch: simulator.fetch });
  const none = { 'default-service-strategy': 'deny', services: {} } as const;
  const free = await createIamRole(client, {
    name: 'free',
    policy: none,
    'assume-role-policy': { rules: [{ action: 'allow', expression: 'true' }] },
  });
  const bound = await createIamRole(client, { name: 'bound', policy: none });
  const key = await createApiKey(client, { name: 'key', 'role-id': bound });
  const [pending = ''] = simulator.state.operations.keys();
  const ids = { 'iam-role': free, 'api-key': key.key, operation: pending };
  const workshop = { specification, simulator, client };
  const made = {
    ...(await makeItems(workshop, operation.path)),
    // A database is created at the path itself.
    ...(operation.method !== 'POST' && (await makeSpecialItems(workshop, operation.path))),
    ...(operation.path.includes(':') && (await makeSpecialItems(workshop, operation.path))),
  };
  return {
    simulator,
    powerless: { apiKey: key.key, apiSecret: key.secret },
    request: requestOf(specification, operation, { ids, made }),
  };
}

function requestOf(
  { schemas }: Specification,
  { path, parameters, body }: SpecifiedOperation,
  {
    ids,
    made,
  }: {
    readonly ids: Readonly<Record<string, string>>;
    readonly made: Readonly<Record<string, string>>;
  },
): Prepared['request'] {
  const valuesIn = (place: string): Record<string, string> =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => [name, String(smallestValue(schema, schemas))]),
    );
  const [, collection = ''] = path.split('/');
  const id = ids[collection];
  const content = body && (smallestValue(body, schemas) as Record<string, unknown>);
  return {
    path: { ...valuesIn('path'), ...made, ...(id !== undefined && { id }) },
    query: valuesIn('query'),
    ...(content && {
      body: {
        ...content,
        ...('role-id' in content && { 'role-id': ids['iam-role'] }),
      },
    }),
  };
}

// A refusal is in the findings too; anything else is a defect of this run.
function ignoreRefusal(error: unknown): void {
  if (error === undefined) return;
  if (!(error instanceof ExoIamError) || error.status === undefined) throw error;
}
