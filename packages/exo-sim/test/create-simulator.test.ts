import { describe, expect, it } from 'vitest';

import { createSimulator, type IamPolicy } from '../src/index.ts';
import { clientOf, createKey, createRole, denyAllBut } from './support/client.ts';

describe('the options', () => {
  it('may bring the keys', async () => {
    const parentKey = {
      apiKey: 'EXO1',
      apiSecret: 's1',
      policy: denyAllBut({ dns: { type: 'allow' } }),
    };
    const parentAccessKey = { apiKey: 'EXO2', apiSecret: 's2', tags: ['compute'] };
    const simulator = createSimulator({ parentKey, parentAccessKey });
    expect(simulator.parentKey).toEqual({ apiKey: 'EXO1', apiSecret: 's1' });
    expect(await clientOf(simulator)('GET', '/v2/dns-domain')).toMatchObject({ status: 200 });
    expect(await clientOf(simulator)('GET', '/v2/instance')).toMatchObject({ status: 403 });
    const legacy = clientOf(simulator, simulator.parentAccessKey);
    expect(await legacy('GET', '/v2/instance')).toMatchObject({ status: 200 });
    expect(await legacy('GET', '/v2/dns-domain')).toMatchObject({ status: 403 });
  });

  it('belong to the caller, who may change them later', async () => {
    const operations = ['list-instances'];
    const resource = { domain: 'sos', 'resource-type': 'bucket', 'resource-name': 'a' } as const;
    const resources = [{ ...resource }];
    const zones = ['x-1'];
    const parentAccessKey = { apiKey: 'EXO2', apiSecret: 's2', operations, resources };
    const simulator = createSimulator({ parentAccessKey, zones });
    operations.push('list-templates');
    Object.assign(resources[0] as object, { 'resource-name': 'b' });
    zones.push('x-2');
    expect(simulator.state.accessKeys.get('EXO2')).toMatchObject({
      operations: ['list-instances'],
      resources: [resource],
    });
    expect((await simulator.fetch('http://a/x-2/v2/zone')).status).toBe(404);
  });

  it('may bring the randomness', () => {
    let next = 0;
    const random = (length: number): Uint8Array => new Uint8Array(length).fill((next += 1));
    const { parentKey } = createSimulator({ random });
    next = 0;
    expect(createSimulator({ random }).parentKey).toEqual(parentKey);
  });

  it('may bound what is remembered of requests', async () => {
    const simulator = createSimulator({ requestsKept: 2 });
    const send = clientOf(simulator);
    for (const path of ['/v2/instance', '/v2/template', '/v2/ssh-key']) await send('GET', path);
    expect(simulator.requests.map(({ path }) => path)).toEqual(['/v2/template', '/v2/ssh-key']);
  });

  it('are refused when they make no sense', () => {
    const noPolicy = {} as IamPolicy;
    for (const zones of [[], [''], ['x-1', 'a/b'], ['a b'], ['X-1'], ['a.b'], ['%61']]) {
      expect(() => createSimulator({ zones })).toThrow(
        expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
      );
    }
    expect(() => createSimulator({ organizationPolicy: noPolicy })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_POLICY' }),
    );
    expect(() =>
      createSimulator({ parentKey: { apiKey: 'EXO1', apiSecret: 's', policy: noPolicy } }),
    ).toThrow(expect.objectContaining({ code: 'ERR_INVALID_POLICY' }));
  });
});

describe('decide', () => {
  it('knows operations that are no API calls', async () => {
    const simulator = createSimulator();
    const send = clientOf(simulator);
    const rules = [
      { action: 'deny', expression: "parameters.bucket != 'reports'" },
      { action: 'allow', expression: "operation == 'get-object' && resources.bucket == 'reports'" },
    ] as const;
    const roleId = await createRole(send, {
      policy: denyAllBut({ sos: { type: 'rules', rules } }),
    });
    const { apiKey } = await createKey(send, roleId);
    const ask = (operation: string, bucket: string): unknown =>
      simulator.decide({
        apiKey,
        operation,
        serviceClass: 'sos',
        parameters: { bucket },
        resources: { bucket },
      });
    expect(ask('get-object', 'reports')).toEqual({
      allowed: true,
      reason: 'Allowed by role policy for sos - Rule index: 1',
    });
    expect(ask('put-object', 'reports')).toEqual({
      allowed: false,
      reason: 'Forbidden by role policy for sos',
    });
    expect(ask('get-object', 'other')).toEqual({
      allowed: false,
      reason: 'Forbidden by role policy for sos - A deny rule matched. Rule index: 0',
    });
  });

  it('can be asked about another time, place and header', async () => {
    const policy = denyAllBut({
      compute: {
        type: 'rules',
        rules: [
          {
            action: 'deny',
            expression: "timestamp(identity.created) < timestamp(now) - duration('5m')",
          },
          { action: 'allow', expression: "zone == 'de-fra-1' && source_ip == '192.0.2.1'" },
          { action: 'allow', expression: "headers['if-match'] == 'x'" },
        ],
      },
    });
    const simulator = createSimulator({
      now: () => 0,
      parentKey: { apiKey: 'EXO1', apiSecret: 's', policy },
    });
    const question = { apiKey: 'EXO1', operation: 'list-instances', serviceClass: 'compute' };
    const there = { ...question, zone: 'de-fra-1', sourceIp: '192.0.2.1' };
    expect(simulator.decide(question).allowed).toBe(false);
    expect(simulator.decide({ ...question, headers: { 'if-match': 'x' } }).allowed).toBe(true);
    expect(simulator.decide(there).allowed).toBe(true);
    expect(simulator.decide({ ...there, at: 300_000 }).allowed).toBe(true);
    expect(simulator.decide({ ...there, at: 300_001 }).allowed).toBe(false);
  });

  it('says no for a key that is unknown or over', async () => {
    const simulator = createSimulator({ now: () => 0 });
    const send = clientOf(simulator);
    const assumeRolePolicy = { rules: [{ action: 'allow', expression: 'true' }] };
    const roleId = await createRole(send, { 'assume-role-policy': assumeRolePolicy });
    const { body } = await send('POST', `/v2/iam-role/${roleId}/assume`, { ttl: 1 });
    const question = { apiKey: body.key, operation: 'list-zones', serviceClass: 'compute' };
    expect(simulator.decide(question).allowed).toBe(true);
    expect(simulator.decide({ ...question, at: 1000 }).allowed).toBe(false);
    expect(simulator.decide({ ...question, apiKey: 'EXO1' }).allowed).toBe(false);
  });

  it('asks the scope of a legacy key', () => {
    const resource = { domain: 'sos', 'resource-type': 'bucket', 'resource-name': 'a' } as const;
    const simulator = createSimulator({
      parentAccessKey: { apiKey: 'EXO2', apiSecret: 's', resources: [resource] },
    });
    const ask = (bucket: string): boolean =>
      simulator.decide({
        apiKey: 'EXO2',
        operation: 'get-sos-object',
        serviceClass: 'sos',
        parameters: { bucket },
      }).allowed;
    expect([ask('a'), ask('b')]).toEqual([true, false]);
  });
});
