import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import { clientOf, createItem, createKey, createRole, denyAllBut } from '../support/client.ts';
import { sign } from '../support/sign.ts';

let simulator: Simulator;

beforeEach(() => {
  simulator = createSimulator();
});

describe('the body', () => {
  async function post(body: string): Promise<number> {
    const url = 'https://api-ch-gva-2.exoscale.com/v2/instance';
    const expires = Math.floor(simulator.now() / 1000) + 60;
    const authorization = sign({ method: 'POST', url, body, ...simulator.parentKey, expires });
    const response = await simulator.fetch(url, {
      method: 'POST',
      body,
      headers: { authorization },
    });
    return response.status;
  }

  it('has to be a JSON object', async () => {
    expect(await post('{"name":"a"}')).toBe(200);
    expect(await post('{"name":')).toBe(400);
    expect(await post('[]')).toBe(400);
  });

  it('may be a mebibyte and no more', async () => {
    const around = JSON.stringify({ name: '' }).length;
    const name = 'x'.repeat(1024 * 1024 - around);
    expect(await post(JSON.stringify({ name }))).toBe(200);
    expect(await post(JSON.stringify({ name: `${name}x` }))).toBe(413);
  });
});

describe('the policy of the role', () => {
  it('sees the parameters of path, query and body, the path above all', async () => {
    const parent = clientOf(simulator);
    const path = await createItem(parent, '/v2/instance');
    const wanted = path.slice('/v2/instance/'.length);
    const rule = (expression: string): object => ({ action: 'allow', expression });
    const roleId = await createRole(parent, {
      policy: denyAllBut({
        compute: {
          type: 'rules',
          rules: [
            rule(`operation == 'delete-instance' && parameters.id == '${wanted}'`),
            rule("operation == 'list-instances' && parameters.manager_type == 'instance-pool'"),
            rule("operation == 'create-instance' && parameters.disk_size <= 10"),
          ] as never,
        },
      }),
    });
    const send = clientOf(simulator, await createKey(parent, roleId));
    const status = async (...call: Parameters<typeof send>): Promise<number> =>
      (await send(...call)).status;
    expect(await status('DELETE', path)).toBe(200);
    expect(await status('DELETE', '/v2/instance/b0000000')).toBe(403);
    expect(await status('DELETE', '/v2/instance/b0000000', { id: wanted })).toBe(403);
    expect(await status('DELETE', `/v2/instance/b0000000?id=${wanted}`)).toBe(403);
    expect(await status('GET', '/v2/instance?manager-type=instance-pool')).toBe(200);
    expect(await status('GET', '/v2/instance')).toBe(403);
    expect(await status('POST', '/v2/instance', { 'disk-size': 10 })).toBe(200);
    expect(await status('POST', '/v2/instance', { 'disk-size': 11 })).toBe(403);
  });

  it('sees the three headers it can see', async () => {
    const policy = denyAllBut({
      compute: {
        type: 'rules',
        rules: [
          {
            action: 'allow',
            expression: "headers['if-match'] == 'x' && !headers.has('authorization')",
          },
        ],
      },
    });
    const guarded = createSimulator({
      parentKey: { apiKey: 'EXO1', apiSecret: 'secret', policy },
    });
    const url = 'https://api-ch-gva-2.exoscale.com/v2/instance';
    const expires = Math.floor(Date.now() / 1000) + 60;
    const authorization = sign({ method: 'GET', url, ...guarded.parentKey, expires });
    const answer = (headers: object): Promise<Response> =>
      guarded.fetch(url, { headers: { authorization, ...headers } });
    expect((await answer({ 'if-match': 'x' })).status).toBe(200);
    expect((await answer({})).status).toBe(403);
  });

  it('refuses in the words of the API', async () => {
    const parent = clientOf(simulator);
    const roleId = await createRole(parent, {
      policy: denyAllBut({
        dns: { type: 'rules', rules: [{ action: 'deny', expression: 'true' }] },
      }),
    });
    const send = clientOf(simulator, await createKey(parent, roleId));
    expect((await send('GET', '/v2/instance')).body).toEqual({
      message: 'Forbidden by role policy for compute',
    });
    expect((await send('GET', '/v2/dns-domain')).body).toEqual({
      message: 'Forbidden by role policy for dns - A deny rule matched. Rule index: 0',
    });
  });
});

it('lets the policy of the organization refuse what the role allows', async () => {
  const organizationPolicy = denyAllBut({ iam: { type: 'allow' } });
  const send = clientOf(createSimulator({ organizationPolicy }));
  expect(await send('GET', '/v2/api-key')).toMatchObject({ status: 200 });
  expect(await send('GET', '/v2/instance')).toEqual({
    status: 403,
    body: { message: 'Forbidden by organization policy for compute' },
  });
});

it('says 404 and 405 in JSON', async () => {
  const send = clientOf(simulator);
  expect(await send('GET', '/v2/nothing')).toMatchObject({
    status: 404,
    body: { message: expect.any(String) },
  });
  expect(await send('PUT', '/v2/zone')).toMatchObject({
    status: 405,
    body: { message: expect.any(String) },
  });
});
