// What the exo CLI needs of the answers, command by command.
import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import { clientOf, createItem, type Send } from '../support/client.ts';

let simulator: Simulator;
let send: Send;

beforeEach(() => {
  simulator = createSimulator();
  send = clientOf(simulator);
});

describe('exo compute instance', () => {
  it('create finds a type and a template, show has every member', async () => {
    const { body: types } = await send('GET', '/v2/instance-type');
    const [type] = types['instance-types'];
    expect((await send('GET', `/v2/instance-type/${type.id}`)).body).toEqual(type);
    expect(type).toMatchObject({ family: 'standard', authorized: true });
    expect(type.zones).toContain('ch-gva-2');
    expect((await send('GET', '/v2/instance-type/other')).status).toBe(404);
    const { body } = await send('GET', '/v2/template?visibility=public');
    const [template] = body.templates;
    expect((await send('GET', `/v2/template/${template.id}`)).body).toEqual(template);
    const path = await createItem(send, '/v2/instance', {
      name: 'vm',
      'instance-type': { id: type.id },
      template: { id: template.id },
      'disk-size': 10,
    });
    const shown = (await send('GET', path)).body;
    expect(shown).toMatchObject({
      'secureboot-enabled': false,
      'tpm-enabled': false,
      'instance-type': { id: type.id },
      template: { id: template.id },
    });
    expect((await send('PUT', `${path}:stop`)).body.reference.id).toBe(shown.id);
    expect((await send('GET', path)).body.state).toBe('stopped');
    await send('PUT', `${path}:start`, {});
    await send('PUT', `${path}:resize-disk`, { 'disk-size': 20 });
    await send('PUT', `${path}:scale`, {});
    expect((await send('GET', path)).body).toEqual({ ...shown, 'disk-size': 20 });
  });

  it('keeps the id of a type from one simulator to the next', async () => {
    const { body } = await send('GET', '/v2/instance-type');
    const other = await clientOf(createSimulator())('GET', '/v2/instance-type');
    expect(other.body).toEqual(body);
    expect(new Set(body['instance-types'].map(({ id }: { id: string }) => id)).size).toBe(4);
    expect(body['instance-types'][0].id).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
    );
  });

  it('snapshot create refers to the snapshot', async () => {
    const path = await createItem(send, '/v2/instance', { name: 'vm', 'disk-size': 10 });
    const { body } = await send('POST', `${path}:create-snapshot`);
    const snapshot = `/v2/snapshot/${body.reference.id}`;
    expect(body.reference).toEqual({
      id: expect.any(String),
      link: snapshot,
      command: 'create-snapshot',
    });
    expect((await send('GET', snapshot)).body).toMatchObject({
      name: 'vm',
      size: 10,
      state: 'ready',
      instance: { id: path.slice('/v2/instance/'.length) },
    });
    expect((await send('GET', '/v2/snapshot')).body.snapshots).toHaveLength(1);
    expect((await send('GET', '/de-fra-1/v2/snapshot')).body.snapshots).toEqual([]);
    await send('DELETE', snapshot);
    expect((await send('GET', snapshot)).status).toBe(404);
    const bare = await createItem(send, '/v2/instance');
    const again = await send('POST', `${bare}:create-snapshot`);
    const { body: shown } = await send('GET', again.body.reference.link);
    expect(shown).toMatchObject({ size: 0, name: shown.instance.id });
  });
});

describe('exo compute instance-pool', () => {
  it('create and show', async () => {
    const { body: types } = await send('GET', '/v2/instance-type');
    const { body } = await send('GET', '/v2/template?visibility=public');
    const pool = {
      name: 'p',
      size: 2,
      'disk-size': 10,
      'instance-type': { id: types['instance-types'][0].id },
      template: { id: body.templates[0].id },
    };
    const path = await createItem(send, '/v2/instance-pool', pool);
    expect((await send('GET', path)).body).toMatchObject(pool);
    expect((await send('GET', '/de-fra-1/v2/instance-pool')).body).toEqual({
      'instance-pools': [],
    });
  });
});

describe('exo compute block-storage', () => {
  it('update --size and snapshot create have an effect', async () => {
    const path = await createItem(send, '/v2/block-storage', { name: 'disk', size: 10 });
    expect((await send('PUT', `${path}:resize-volume`, { size: 20 })).body).toMatchObject({
      name: 'disk',
      size: 20,
    });
    expect((await send('GET', path)).body.size).toBe(20);
    const labelled = { name: 'backup', labels: { team: 'a' } };
    const { body } = await send('POST', `${path}:create-snapshot`, labelled);
    expect(body.reference.link).toBe(`/v2/block-storage-snapshot/${body.reference.id}`);
    expect((await send('GET', body.reference.link)).body).toMatchObject({ ...labelled, size: 20 });
    const bare = await createItem(send, '/v2/block-storage');
    const { body: other } = await send('POST', `${bare}:create-snapshot`, {});
    expect((await send('GET', other.reference.link)).body).toMatchObject({ size: 0 });
  });
});

describe('exo compute elastic-ip', () => {
  it('show finds one item by its address', async () => {
    for (let index = 0; index < 3; index += 1) await createItem(send, '/v2/elastic-ip');
    const { body } = await send('GET', '/v2/elastic-ip');
    expect(body['elastic-ips'].map(({ ip, cidr }: Record<string, string>) => [ip, cidr])).toEqual([
      ['192.0.2.1', '192.0.2.1/32'],
      ['192.0.2.2', '192.0.2.2/32'],
      ['192.0.2.3', '192.0.2.3/32'],
    ]);
    const instance = await createItem(send, '/v2/instance');
    expect((await send('GET', instance)).body['public-ip']).toBe('192.0.2.4');
  });
});

describe('exo compute sks', () => {
  it('create, show, upgrade and nodepool add', async () => {
    const { body } = await send('GET', '/v2/sks-cluster-version');
    const [newest, older] = body['sks-cluster-versions'];
    const path = await createItem(send, '/v2/sks-cluster', { name: 'c', version: older });
    expect((await send('GET', path)).body).toMatchObject({
      'auto-upgrade': false,
      'enable-kube-proxy': true,
      version: older,
    });
    await send('PUT', `${path}/upgrade`, { version: newest });
    await send('PUT', `${path}/upgrade-service-level`);
    expect((await send('GET', path)).body).toMatchObject({ version: newest, level: 'pro' });
    const cilium = await createItem(send, '/v2/sks-cluster', { cni: 'cilium' });
    expect((await send('GET', cilium)).body['enable-kube-proxy']).toBe(false);
    const template = await send('GET', `/v2/sks-template/${newest}/standard`);
    expect(template.body['active-template']).toMatch(/^[\da-f-]{36}$/);
  });

  it('nodepool add finds a type, and shows the pool in its cluster', async () => {
    const { body: types } = await send('GET', '/v2/instance-type');
    const type = { id: types['instance-types'][0].id };
    const cluster = await createItem(send, '/v2/sks-cluster', { name: 'c' });
    const pool = { name: 'p', size: 2, 'disk-size': 50, 'instance-type': type };
    const { body } = await send('POST', `${cluster}/nodepool`, pool);
    const { body: shown } = await send('GET', `${cluster}/nodepool/${body.reference.id}`);
    expect(shown).toMatchObject(pool);
    const { body: parent } = await send('GET', cluster);
    expect(parent.nodepools).toMatchObject([{ id: body.reference.id }]);
  });

  it('kubeconfig is Base64 of a kubeconfig', async () => {
    const path = await createItem(send, '/v2/sks-cluster', { name: 'c' });
    const id = path.slice('/v2/sks-cluster/'.length);
    const { body } = await send('POST', `/v2/sks-cluster-kubeconfig/${id}`, {});
    const text = Buffer.from(body.kubeconfig, 'base64').toString();
    expect(text).toContain('kind: Config');
    expect(text).toContain(`current-context: "${id}"`);
  });
});

describe('exo dbaas', () => {
  it('create, show, update, list and delete', async () => {
    const { body } = await send('GET', '/v2/dbaas-service-type');
    expect(body['dbaas-service-types'].map(({ name }: { name: string }) => name)).toEqual(
      'pg mysql valkey kafka opensearch grafana clickhouse thanos'.split(' '),
    );
    const { body: pg } = await send('GET', '/v2/dbaas-service-type/pg');
    expect(pg.plans.map(({ name }: { name: string }) => name)).toContain('startup-4');
    expect((await send('GET', '/v2/dbaas-service-type/other')).status).toBe(404);

    const path = '/v2/dbaas-postgres/db';
    expect((await send('POST', path, {})).status).toBe(400);
    const plan = { plan: 'startup-4', 'admin-password': 'classified' };
    expect((await send('POST', path, plan)).body.reference.link).toBe(path);
    expect((await send('POST', path, plan)).status).toBe(409);
    const shown = (await send('GET', path)).body;
    expect(shown).toMatchObject({
      name: 'db',
      type: 'pg',
      plan: 'startup-4',
      state: 'running',
      zone: 'ch-gva-2',
      version: '17',
      'termination-protection': true,
      'node-count': 1,
    });
    expect(JSON.stringify([...simulator.state.resources])).not.toContain('classified');
    await send('PUT', path, { 'termination-protection': false, plan: 'custom' });
    expect((await send('GET', path)).body).toMatchObject({
      'termination-protection': false,
      plan: 'custom',
    });
    await send('PUT', path, {});
    const { body: listed } = await send('GET', '/v2/dbaas-service');
    expect(listed['dbaas-services']).toEqual([expect.not.objectContaining({ version: '17' })]);
    expect((await send('GET', '/de-fra-1/v2/dbaas-service')).body).toEqual({
      'dbaas-services': [],
    });
    for (const [method, where] of [
      ['GET', `/de-fra-1${path}`],
      ['PUT', `/de-fra-1${path}`],
      ['DELETE', `/de-fra-1${path}`],
      ['DELETE', '/v2/dbaas-valkey/db'],
    ] as const) {
      expect((await send(method, where)).status).toBe(404);
    }
    expect((await send('DELETE', '/v2/dbaas-service/db')).status).toBe(200);
    expect((await send('GET', path)).status).toBe(404);
  });

  it('is remembered with its zone when saved', async () => {
    await send('POST', '/v2/dbaas-valkey/db', { plan: 'hobbyist-2' });
    const restored = createSimulator({ savedState: simulator.save() });
    const client = clientOf(restored);
    expect((await client('GET', '/v2/dbaas-valkey/db')).status).toBe(200);
    expect((await client('GET', '/de-fra-1/v2/dbaas-valkey/db')).status).toBe(404);
  });
});

describe('exo iam role create', () => {
  it('without a policy is refused', async () => {
    expect((await send('POST', '/v2/iam-role', { name: 'r' })).status).toBe(400);
    const lenient = clientOf(createSimulator({ allowEmptyPolicy: true }));
    const { body } = await lenient('POST', '/v2/iam-role', { name: 'r' });
    expect((await lenient('GET', body.reference.link)).body.policy).toEqual({
      'default-service-strategy': 'allow',
      services: {},
    });
  });
});
