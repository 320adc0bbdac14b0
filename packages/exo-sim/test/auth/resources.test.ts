// What policies see as `resources`: published policies decide by it.
import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';
import {
  clientOf,
  createItem,
  createKey,
  createRole,
  denyAllBut,
  type Send,
} from '../support/client.ts';

let parent: Send;
let notes: string[];
let clientWhere: (serviceClass: string, expression: string) => Promise<Send>;

beforeEach(() => {
  notes = [];
  const simulator = createSimulator({ onNote: (note) => notes.push(note) });
  parent = clientOf(simulator);
  clientWhere = async (serviceClass, expression) => {
    const rules = [{ action: 'allow', expression }] as const;
    const policy = denyAllBut({ [serviceClass]: { type: 'rules', rules } });
    return clientOf(simulator, await createKey(parent, await createRole(parent, { policy })));
  };
});

describe('resources', () => {
  it('has the domain and the record', async () => {
    const [mine, other] = [
      await createItem(parent, '/v2/dns-domain', { 'unicode-name': 'mine.example' }),
      await createItem(parent, '/v2/dns-domain', { 'unicode-name': 'other.example' }),
    ];
    const send = await clientWhere(
      'dns',
      "resources.dns_domain.unicode_name == 'mine.example' && resources.dns_domain_record.type == 'TXT' && resources.dns_domain_record.name.startsWith('_acme-challenge')",
    );
    const record = { name: '_acme-challenge.www', type: 'TXT', content: 'x' };
    const created = await send('POST', `${mine}/record`, record);
    expect(created.status).toBe(200);
    expect((await send('POST', `${other}/record`, record)).status).toBe(403);
    expect((await send('POST', `${mine}/record`, { ...record, type: 'A' })).status).toBe(403);
    const path = `${mine}/record/${created.body.reference.id}`;
    expect((await send('DELETE', path)).status).toBe(200);
    expect(notes).toEqual([]);
    expect((await send('GET', '/v2/dns-domain')).status).toBe(403);
    expect(notes).toEqual([
      expect.stringContaining('resources.dns_domain,'),
      expect.stringContaining('resources.dns_domain_record,'),
    ]);
  });

  it('has the pool, which nothing sent can pose as', async () => {
    const cluster = await createItem(parent, '/v2/sks-cluster', { name: 'c' });
    const { body } = await parent('POST', `${cluster}/nodepool`, { name: 'gpu' });
    const pool = `${cluster}/nodepool/${body.reference.id}`;
    const send = await clientWhere('compute', "resources.sks_nodepool.name == 'cpu'");
    const { status } = await send('PUT', `${pool}:scale`, { size: 3, name: 'cpu' });
    expect(status).toBe(403);
    const good = await clientWhere('compute', "resources.sks_nodepool.name == 'gpu'");
    expect((await good('PUT', `${pool}:scale`, { size: 3 })).status).toBe(200);
    expect((await parent('GET', pool)).body.size).toBe(3);
    // An item of another zone is not there.
    expect((await good('PUT', `/de-fra-1${pool}:scale`, { size: 3 })).status).toBe(403);
  });

  it('has the rule of a security group', async () => {
    const group = await createItem(parent, '/v2/security-group', { name: 'g' });
    const send = await clientWhere(
      'compute',
      "resources.security_group.name == 'g' && resources.security_group_rule.start_port == 443",
    );
    expect((await send('POST', `${group}/rules`, { 'start-port': 443 })).status).toBe(200);
    expect((await send('POST', `${group}/rules`, { 'start-port': 22 })).status).toBe(403);
  });

  it('has the database, by its name and what is known of it', async () => {
    const send = await clientWhere(
      'dbaas',
      "resources.dbaas_service.name == 'mine' && resources.dbaas_service.plan == 'startup-4'",
    );
    expect((await send('POST', '/v2/dbaas-postgres/mine', { plan: 'business-4' })).status).toBe(
      403,
    );
    expect((await send('POST', '/v2/dbaas-postgres/other', { plan: 'startup-4' })).status).toBe(
      403,
    );
    expect((await send('POST', '/v2/dbaas-postgres/mine', { plan: 'startup-4' })).status).toBe(200);
    expect((await send('POST', '/v2/dbaas-postgres/mine/user', { username: 'u' })).status).toBe(
      200,
    );
    expect((await send('POST', '/v2/dbaas-postgres/other/user', {})).status).toBe(403);
    expect((await send('GET', '/v2/dbaas-service-type')).status).toBe(403);
  });

  it('has the bucket of a path', async () => {
    const send = await clientWhere('sos', "resources.bucket == 'b'");
    expect((await send('GET', '/v2/sos/b/presigned-url')).status).toBe(200);
    expect((await send('GET', '/v2/sos/c/presigned-url')).status).toBe(403);
  });
});
