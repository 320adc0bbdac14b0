import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import {
  clientOf,
  createItem,
  createKey,
  createRole,
  denyAllBut,
  type Send,
} from '../support/client.ts';

const noon = '2026-01-02T12:00:00.000Z';
const unknown = 'a0000000-0000-4000-8000-000000000000';

let clock: number;
let simulator: Simulator;
let send: Send;

beforeEach(() => {
  clock = Date.parse(noon);
  simulator = createSimulator({ now: () => clock });
  send = clientOf(simulator);
});

const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

describe('what was made', () => {
  it('is shown as it was sent, with what the API adds, and listed', async () => {
    const sent = { name: 'web', labels: { team: 'a' }, description: 'in front' };
    const { body } = await send('POST', '/v2/load-balancer', sent);
    const { id, link } = body.reference;
    expect(body).toEqual({
      id: expect.any(String),
      state: 'success',
      reference: { id, link: `/v2/load-balancer/${id}`, command: 'create-load-balancer' },
    });
    const balancer = {
      ...sent,
      id,
      'created-at': noon,
      ip: '192.0.2.1',
      state: 'running',
      services: [],
    };
    expect(await send('GET', link)).toEqual({ status: 200, body: balancer });
    expect((await send('GET', '/v2/load-balancer')).body).toEqual({ 'load-balancers': [balancer] });
    expect(simulator.state.resources.get(`/load-balancer/${id}`)).toMatchObject(sent);
  });

  it('is told from its like, which may have the same name', async () => {
    const first = await createItem(send, '/v2/private-network', { name: 'a' });
    const second = await createItem(send, '/v2/private-network', { name: 'a' });
    expect(first).not.toBe(second);
    const { body } = await send('GET', '/v2/private-network');
    expect(body['private-networks']).toMatchObject([{ id: idOf(first) }, { id: idOf(second) }]);
  });

  it('shows nothing that it does not declare', async () => {
    const cluster = await createItem(send, '/v2/sks-cluster', {
      name: 'a',
      networking: { 'cluster-cidr': '10.0.0.0/8' },
      audit: { endpoint: 'https://audit.example', 'bearer-token': 'secret' },
      description: null,
      id: unknown,
      constructor: 'x',
    });
    const { body } = await send('GET', cluster);
    expect(body).toEqual({
      id: idOf(cluster),
      name: 'a',
      audit: { endpoint: 'https://audit.example' },
      'created-at': noon,
      endpoint: 'simulated',
      state: 'running',
      'auto-upgrade': false,
      'enable-kube-proxy': true,
      nodepools: [],
    });
    expect(JSON.stringify([...simulator.state.resources])).not.toContain('secret');
  });

  it('keeps the form of a member that is not an object', async () => {
    const cluster = await createItem(send, '/v2/sks-cluster', { audit: 'none' });
    expect((await send('GET', cluster)).body).toMatchObject({ audit: 'none' });
  });

  it('shows in a list what the list declares', async () => {
    const path = await createItem(send, '/v2/instance', { name: 'a', 'disk-size': 10 });
    expect((await send('GET', path)).body).toMatchObject({ 'disk-size': 10 });
    const { instances } = (await send('GET', '/v2/instance')).body;
    expect(instances).toMatchObject([{ name: 'a', 'public-ip': '192.0.2.1' }]);
    expect(instances[0]).not.toHaveProperty('disk-size');
  });

  it('is answered at once where no operation is', async () => {
    const sent = { name: 'sealed', 'multi-zone': true, description: 'd' };
    const key = (await send('POST', '/v2/kms-key', sent)).body;
    expect(key).toMatchObject({ ...sent, 'origin-zone': 'ch-gva-2', usage: 'encrypt-decrypt' });
    expect(key).not.toHaveProperty('rotation');
    const { body } = await send('GET', `/v2/kms-key/${key.id}`);
    expect(body).toMatchObject({ ...key, rotation: { 'next-at': noon } });
    const secret = (await send('POST', '/v2/ai/api-key', { name: 'a', scope: 'b' })).body;
    expect(secret).toMatchObject({ name: 'a', 'org-uuid': simulator.state.organization.id });
    expect(secret.value).toBe('simulated');
    const { body: shown } = await send('GET', `/v2/ai/api-key/${secret.id}`);
    const { value: _, ...rest } = secret;
    expect(shown).toEqual(rest);
  });
});

describe('an update', () => {
  it('replaces what is sent and removes what is null', async () => {
    const path = await createItem(send, '/v2/vpc', { name: 'a', description: 'b', labels: {} });
    const shown = (await send('GET', path)).body;
    const change = { description: null, labels: { team: 'a' }, id: unknown };
    const { description: _, ...expected } = { ...shown, labels: { team: 'a' } };
    // This one is answered with the item itself.
    expect((await send('PUT', path, change)).body).toEqual(expected);
    expect((await send('GET', path)).body).toEqual(expected);
  });

  it('is dated, and leaves the date of the making', async () => {
    const domain = await createItem(send, '/v2/dns-domain', { 'unicode-name': 'a.example' });
    const record = await createItem(send, `${domain}/record`, { name: 'www', type: 'A' });
    clock += 1000;
    const { body } = await send('PUT', record, { content: '192.0.2.7' });
    expect(body.reference).toEqual({
      id: idOf(record),
      link: record,
      command: 'update-dns-domain-record',
    });
    expect((await send('GET', record)).body).toEqual({
      id: idOf(record),
      name: 'www',
      type: 'A',
      content: '192.0.2.7',
      'system-record': false,
      'created-at': noon,
      'updated-at': '2026-01-02T12:00:01.000Z',
    });
  });

  it('may be a PATCH', async () => {
    const { id } = (await send('POST', '/v2/ai/api-key', { name: 'a', scope: 'b' })).body;
    const { body } = await send('PATCH', `/v2/ai/api-key/${id}`, { name: 'c' });
    expect(body).toMatchObject({ id, name: 'c', scope: 'b' });
  });

  it('may be of a single member, which is reset', async () => {
    const pool = await createItem(send, '/v2/instance-pool', { name: 'a', description: 'b' });
    const { body } = await send('DELETE', `${pool}/description`);
    expect(body.reference).toMatchObject({ link: pool, command: 'reset-instance-pool-field' });
    expect((await send('GET', pool)).body).toEqual({ id: idOf(pool), name: 'a', state: 'running' });
    expect((await send('DELETE', `${pool}/__proto__`)).status).toBe(200);
    expect((await send('DELETE', `/v2/instance-pool/${unknown}/description`)).status).toBe(404);
  });
});

describe('what was deleted', () => {
  it('is gone, with everything below it', async () => {
    const vpc = await createItem(send, '/v2/vpc', { name: 'a' });
    const other = await createItem(send, '/v2/vpc', { name: 'b' });
    const subnet = await createItem(send, `${vpc}/subnet`, { name: 'c' });
    const kept = await createItem(send, `${other}/subnet`, { name: 'd' });
    expect((await send('GET', subnet)).body).toMatchObject({ name: 'c' });
    expect(await send('DELETE', vpc)).toEqual({ status: 200, body: {} });
    for (const path of [vpc, subnet, `${vpc}/subnet`]) {
      expect((await send('GET', path)).status).toBe(404);
    }
    expect((await send('DELETE', vpc)).status).toBe(404);
    expect((await send('GET', kept)).body).toMatchObject({ name: 'd' });
  });

  it('is named by the operation', async () => {
    const path = await createItem(send, '/v2/anti-affinity-group', { name: 'a' });
    expect((await send('DELETE', path)).body.reference).toEqual({
      id: idOf(path),
      link: path,
      command: 'delete-anti-affinity-group',
    });
  });
});

describe('what has to exist', () => {
  it.each([
    ['GET', '/v2/instance/x'],
    ['PUT', '/v2/instance/x'],
    ['DELETE', '/v2/instance/x'],
    ['PUT', '/v2/instance/x:start'],
    ['POST', '/v2/instance/x:revert-snapshot'],
    ['POST', '/v2/template/x'],
    ['POST', '/v2/vpc/x/subnet'],
    ['GET', '/v2/vpc/x/route'],
    ['POST', '/v2/security-group/x/rules'],
    ['POST', '/v2/kms-key/x/encrypt'],
    ['GET', '/v2/instance/__proto__'],
    ['GET', '/v2/instance/constructor'],
  ])('%s %s', async (method, path) => {
    const { status, body } = await send(method, path, method === 'POST' ? {} : undefined);
    expect(status).toBe(404);
    // The words of the classes differ.
    expect(body.message ?? body.detail).toContain(' not found');
  });

  it('does, and the rest of the API goes on as before', async () => {
    const path = await createItem(send, '/v2/instance', { name: 'a' });
    const { body } = await send('PUT', `${path}:start`, {});
    expect(body.reference).toEqual({ id: idOf(path), link: path, command: 'start-instance' });
    const template = await createItem(send, '/v2/template', { name: 'a' });
    expect((await send('POST', template, {})).body.state).toBe('success');
    expect((await send('GET', '/v2/template?visibility=private')).body.templates).toHaveLength(1);
  });

  it('is asked for only where the policies allow it', async () => {
    const path = await createItem(send, '/v2/instance', { name: 'a' });
    const key = await createKey(send, await createRole(send, { policy: denyAllBut({}) }));
    const powerless = clientOf(simulator, key);
    for (const where of [path, `/v2/instance/${unknown}`]) {
      expect((await powerless('GET', where)).status).toBe(403);
      expect((await powerless('DELETE', where)).status).toBe(403);
    }
    expect((await powerless('POST', '/v2/instance', {})).status).toBe(403);
    expect((await send('GET', '/v2/instance')).body.instances).toHaveLength(1);
  });
});

describe('what is shown by its parent', () => {
  it('is a rule of a security group', async () => {
    const group = await createItem(send, '/v2/security-group', { name: 'a', rules: ['x'] });
    const rule = { 'flow-direction': 'ingress', protocol: 'tcp', network: '0.0.0.0/0' };
    const { body } = await send('POST', `${group}/rules`, rule);
    expect(body.reference).toEqual({
      id: idOf(group),
      link: group,
      command: 'add-rule-to-security-group',
    });
    const shown = (await send('GET', group)).body;
    expect(shown.rules).toEqual([{ ...rule, id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    expect((await send('GET', '/v2/security-group')).body['security-groups']).toEqual([shown]);
    expect((await send('DELETE', `${group}/rules/${shown.rules[0].id}`)).status).toBe(200);
    expect((await send('GET', group)).body.rules).toEqual([]);
    expect((await send('DELETE', `${group}/rules/${shown.rules[0].id}`)).status).toBe(404);
  });

  it('is a service of a load balancer', async () => {
    const balancer = await createItem(send, '/v2/load-balancer', { name: 'a' });
    await send('POST', `${balancer}/service`, { name: 'b', port: 80 });
    const [service] = (await send('GET', balancer)).body.services;
    expect(service).toMatchObject({ name: 'b', port: 80, state: 'running' });
    const path = `${balancer}/service/${service.id}`;
    const { body } = await send('PUT', path, { port: 81 });
    expect(body.reference).toMatchObject({ id: idOf(balancer), link: balancer });
    expect((await send('GET', path)).body).toEqual({ ...service, port: 81 });
  });

  it('is a nodepool of a cluster, which is referred to itself', async () => {
    const cluster = await createItem(send, '/v2/sks-cluster', { name: 'a' });
    const pool = await createItem(send, `${cluster}/nodepool`, { name: 'b', size: 2 });
    expect(pool.startsWith(`${cluster}/nodepool/`)).toBe(true);
    const shown = (await send('GET', pool)).body;
    expect(shown).toMatchObject({ id: idOf(pool), name: 'b', size: 2 });
    expect((await send('GET', cluster)).body.nodepools).toEqual([shown]);
    const { body } = await send('DELETE', pool);
    expect(body.reference).toMatchObject({ id: idOf(cluster), link: cluster });
  });
});

describe('an SSH key, which is known by its name', () => {
  it('is made once', async () => {
    const { body } = await send('POST', '/v2/ssh-key', { name: 'mine', 'public-key': 'ssh-rsa A' });
    expect(body.reference).toEqual({ link: '/v2/ssh-key/mine', command: 'register-ssh-key' });
    expect((await send('GET', '/v2/ssh-key/mine')).body).toEqual({
      name: 'mine',
      fingerprint: 'simulated',
    });
    expect((await send('POST', '/v2/ssh-key', { name: 'mine' })).status).toBe(409);
    expect((await send('DELETE', '/v2/ssh-key/mine')).status).toBe(200);
    expect((await send('POST', '/v2/ssh-key', { name: 'mine' })).status).toBe(200);
  });

  it.each([{}, { name: '' }, { name: 1 }, { name: 'x'.repeat(256) }])(
    'has to have a name, not %j',
    async (body) => {
      expect((await send('POST', '/v2/ssh-key', body)).status).toBe(400);
    },
  );

  it.each([
    '__proto__',
    'constructor',
    'a/b',
    'a%2Fb',
    '100%',
    'a b',
    'ü',
    'a:b',
    '../x',
    'a/../b',
  ])('may be called %s', async (name) => {
    await send('POST', '/v2/ssh-key', { name: 'other' });
    const path = `/v2/ssh-key/${encodeURIComponent(name)}`;
    const reply = await send('POST', '/v2/ssh-key', { name });
    expect(reply.body.reference).toMatchObject({ link: path });
    expect((await send('GET', path)).body).toEqual({ name, fingerprint: 'simulated' });
    expect((await send('DELETE', path)).status).toBe(200);
    const left = (await send('GET', '/v2/ssh-key')).body['ssh-keys'];
    expect(left).toEqual([{ name: 'other', fingerprint: 'simulated' }]);
  });

  it('may have a name that no URL can hold', async () => {
    for (const name of ['.', '..', '\ud800']) {
      expect((await send('POST', '/v2/ssh-key', { name })).status).toBe(200);
    }
    expect((await send('GET', '/v2/ssh-key')).body['ssh-keys']).toHaveLength(3);
  });
});
