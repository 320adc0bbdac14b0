import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import { clientOf, createItem, type Send } from '../support/client.ts';

let simulator: Simulator;
let send: Send;

beforeEach(() => {
  simulator = createSimulator();
  send = clientOf(simulator);
});

describe.each(['instance', 'elastic-ip'])('the reverse DNS of %s', (kind) => {
  const body = { 'domain-name': 'web.example.' };
  let owner: string;
  let path: string;

  beforeEach(async () => {
    owner = await createItem(send, `/v2/${kind}`);
    path = owner.replace('/v2', '/v2/reverse-dns');
  });

  it('is unknown until it is set, and again once it is deleted', async () => {
    expect((await send('GET', path)).status).toBe(404);
    expect((await send('DELETE', path)).status).toBe(404);
    const reply = await send('POST', path, body);
    expect(reply.body.reference).toMatchObject({ id: owner.split('/').at(-1), link: path });
    expect(await send('GET', path)).toEqual({ status: 200, body });
    await send('POST', path, { 'domain-name': 'other.example.' });
    expect((await send('GET', path)).body).toEqual({ 'domain-name': 'other.example.' });
    expect((await send('DELETE', path)).status).toBe(200);
    expect((await send('GET', path)).status).toBe(404);
  });

  it.each([5, null, '', 'a'.repeat(254), {}])('cannot be %j', async (name) => {
    expect((await send('POST', path, { 'domain-name': name })).status).toBe(400);
    expect((await send('GET', path)).status).toBe(404);
  });

  it('goes with what has the address', async () => {
    await send('POST', path, body);
    const { body: list } = await send('GET', `/v2/${kind}`);
    expect(list[`${kind}s`]).toHaveLength(1);
    await send('DELETE', owner);
    expect((await send('GET', path)).status).toBe(404);
    expect((await send('POST', path, body)).status).toBe(404);
    expect(simulator.state.resources.size).toBe(0);
  });

  it('stays as it is where nothing is sent', async () => {
    expect((await send('POST', path, {})).status).toBe(200);
    expect((await send('GET', path)).status).toBe(404);
    await send('POST', path, body);
    await send('POST', path, {});
    expect((await send('GET', path)).body).toEqual(body);
  });
});
