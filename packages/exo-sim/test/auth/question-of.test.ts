import { operations } from '@x/exo-operations';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { questionOf } from '../../src/auth/question-of.ts';
import { createSimulator, type Simulator } from '../../src/index.ts';
import type { IamPolicyRule } from '../../src/policy/iam-policy.ts';
import type { Store } from '../../src/state/store.ts';
import {
  clientOf,
  createItem,
  createKey,
  createRole,
  denyAllBut,
  type Send,
} from '../support/client.ts';

let simulator: Simulator;
let parent: Send;

beforeEach(() => {
  simulator = createSimulator();
  parent = clientOf(simulator);
});

async function clientWhere(serviceClass: string, expression: string): Promise<Send> {
  const rules: IamPolicyRule[] = [{ action: 'allow', expression }];
  const policy = denyAllBut({ [serviceClass]: { type: 'rules', rules } });
  return clientOf(simulator, await createKey(parent, await createRole(parent, { policy })));
}

describe('whatever else is called like it, and however it is spelt', () => {
  it('an object in the path is the one that is decided about', async () => {
    const [good, bad] = [await createItem(parent, '/v2/vpc'), await createItem(parent, '/v2/vpc')];
    const id = good.slice('/v2/vpc/'.length);
    const send = await clientWhere(
      'compute',
      `operation == 'create-subnet' && parameters.vpc_id == '${id}'`,
    );
    expect((await send('POST', `${good}/subnet`, { name: 's', 'vpc-id': 'x' })).status).toBe(200);
    const body = { name: 's', 'vpc-id': 'x', vpc_id: id };
    expect((await send('POST', `${bad}/subnet`, body)).status).toBe(403);
    expect((await send('POST', `${bad}/subnet?vpc-id=x&vpc_id=${id}`, {})).status).toBe(403);
  });

  it('the role that a key gets is the one that is decided about', async () => {
    const [weak, strong] = [await createRole(parent), await createRole(parent)];
    const send = await clientWhere(
      'iam',
      `operation == 'create-api-key' && parameters.role_id == '${weak}'`,
    );
    const status = async (query: string, body: object): Promise<number> =>
      (await send('POST', `/v2/api-key${query}`, { name: 'n', ...body })).status;
    expect(await status('', { 'role-id': strong, role_id: weak })).toBe(403);
    expect(await status('', { role_id: weak, 'role-id': strong })).toBe(403);
    expect(await status(`?role-id=${weak}`, { 'role-id': strong })).toBe(403);
    expect(await status(`?role_id=${weak}`, { 'role-id': strong })).toBe(403);
    expect(await status(`?role-id=${strong}`, { 'role-id': weak, role_id: strong })).toBe(200);
  });
});

// The names under which handlers read are those with hyphens.
const read = ['vpc-id', 'id', 'role-id', 'a-b-c'];
const name = fc.constantFrom(...read, 'vpc_id', 'role_id', 'a_b-c', 'a-b_c', 'a_b_c');
const parts = fc.dictionary(name, fc.string());
const cases = fc.record({
  operation: fc.constantFrom(...operations),
  pathParameters: fc.dictionary(fc.constantFrom('vpc-id', 'id'), fc.string()),
  query: parts,
  body: fc.dictionary(name, fc.oneof(fc.string(), parts)),
});

// What a handler that takes members by those names gets to see, renamed.
function readAll(given: object): object {
  const members = Object.entries(given).filter(([key]) => read.includes(key));
  return Object.fromEntries(
    members.map(([key, value]) => [
      key.replaceAll('-', '_'),
      typeof value === 'object' ? readAll(value as object) : (value as string),
    ]),
  );
}

it('shows policies, under every name, what a handler reads under it', () => {
  const common = { zone: 'x-1', zones: ['x-1'], path: '/', sourceIp: '', headers: {}, id: '' };
  const endpointOf = (): string => '';
  fc.assert(
    fc.property(cases, ({ operation, pathParameters, query, body }) => {
      const call = { ...common, operation, pathParameters, query, body, endpointOf };
      const sent: object = operation.method === 'GET' ? query : body;
      expect(questionOf(simulator.state as Store, call).parameters).toMatchObject(
        readAll({ ...sent, ...pathParameters }),
      );
    }),
  );
});
