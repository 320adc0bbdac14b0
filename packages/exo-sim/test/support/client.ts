// A client of a simulator for the tests: signs with a key, sends in process, reads the JSON.
import type { Credentials, IamPolicy, Simulator } from '../../src/index.ts';
import { allowEverything } from '../../src/policy/iam-policy.ts';
import { sign } from './sign.ts';

export interface Reply {
  readonly status: number;
  // Tests read members of many shapes; a wrong one fails the assertion it is used in.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export type Send = (method: string, path: string, body?: object) => Promise<Reply>;

export function clientOf(
  simulator: Simulator,
  credentials: Credentials = simulator.parentKey,
): Send {
  return async (method, path, body) => {
    const url = `https://api-ch-gva-2.exoscale.com${path}`;
    const text = body && JSON.stringify(body);
    const expires = Math.floor(simulator.now() / 1000) + 600;
    const response = await simulator.fetch(url, {
      method,
      headers: { authorization: sign({ method, url, body: text, ...credentials, expires }) },
      ...(text !== undefined && { body: text }),
    });
    return { status: response.status, body: await response.json() };
  };
}

export function denyAllBut(services: IamPolicy['services']): IamPolicy {
  return { 'default-service-strategy': 'deny', services };
}

/** Makes an item of a collection. @returns Its path. */
export async function createItem(send: Send, path: string, body: object = {}): Promise<string> {
  const reply = await send('POST', path, body);
  return reply.body.reference.link as string;
}

/** Makes a role. @returns Its id. */
export async function createRole(send: Send, fields: object = {}): Promise<string> {
  const reply = await send('POST', '/v2/iam-role', {
    name: 'role',
    policy: allowEverything,
    ...fields,
  });
  return reply.body.reference.id as string;
}

/** Makes a key of a role. */
export async function createKey(send: Send, roleId: string, name = 'key'): Promise<Credentials> {
  const { body } = await send('POST', '/v2/api-key', { name, 'role-id': roleId });
  return { apiKey: body.key as string, apiSecret: body.secret as string };
}
