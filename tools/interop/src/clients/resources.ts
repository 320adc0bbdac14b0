// What is remembered: made, looked at, listed, changed and deleted, with the parent key.
import type { Json, Outcome } from './driver.ts';
import type { Trial } from './trial.ts';
import { createdId, refusal } from './trial.ts';

const typeId = '0f1c5a3e-5f1b-4a38-9a53-6d9d2f0e9a11';
const templateId = '1f1c5a3e-5f1b-4a38-9a53-6d9d2f0e9a11';

export async function tryResources(trial: Trial): Promise<void> {
  await trySecurityGroup(trial);
  await tryDomain(trial);
  await tryInstance(trial);
  await trySshKey(trial);
}

async function trySecurityGroup({ driver, list, parent }: Trial): Promise<void> {
  const call = (name: string, args?: object): Promise<Outcome> => driver.call(parent, name, args);
  const sent = { name: 'interop', description: 'für den Versuch' };
  const id = createdId(await call('create-security-group', sent));
  const rule = {
    'flow-direction': 'ingress',
    protocol: 'tcp',
    network: '203.0.113.0/24',
    'start-port': 443,
    'end-port': 443,
  };
  const added = createdId(await call('add-rule-to-security-group', { id, ...rule }));
  list.equal('add-rule-to-security-group refers to the group', added, id);
  const { value: group } = await call('get-security-group', { id });
  const ruleId: unknown = group?.rules?.[0]?.id;
  list.equal('get-security-group: what was created', pick(group, ['id', ...Object.keys(sent)]), {
    id,
    ...sent,
  });
  list.equal('get-security-group: its rule', group?.rules, [{ id: ruleId, ...rule }]);
  const { value: all } = await call('list-security-groups');
  list.equal('list-security-groups: the group', all?.['security-groups'], [group]);
  await call('delete-rule-from-security-group', { id, 'rule-id': ruleId });
  const { value: bare } = await call('get-security-group', { id });
  list.equal('delete-rule-from-security-group: none is left', bare?.rules ?? [], []);
  list.equal(
    'delete-security-group',
    state(await call('delete-security-group', { id })),
    'success',
  );
  const [status] = refusal(await call('get-security-group', { id }));
  list.equal('get-security-group of a deleted one is 404', status, 404);
}

async function tryDomain({ driver, list, parent }: Trial): Promise<void> {
  const call = (name: string, args?: object): Promise<Outcome> => driver.call(parent, name, args);
  const domain = createdId(await call('create-dns-domain', { 'unicode-name': 'bücher.example' }));
  const { value: shown } = await call('get-dns-domain', { id: domain });
  list.equal('get-dns-domain: what was created', shown?.['unicode-name'], 'bücher.example');
  const at = { 'domain-id': domain };
  const sent = { name: 'www', type: 'A', content: '192.0.2.7', ttl: 3600 };
  const record = createdId(await call('create-dns-domain-record', { ...at, ...sent }));
  const one = { ...at, 'record-id': record };
  await call('update-dns-domain-record', { ...one, content: '192.0.2.8' });
  const { value: changed } = await call('get-dns-domain-record', one);
  list.equal('get-dns-domain-record: what was changed', pick(changed, Object.keys(sent)), {
    ...sent,
    content: '192.0.2.8',
  });
  const { value: records } = await call('list-dns-domain-records', at);
  list.equal('list-dns-domain-records: the record', records?.['dns-domain-records'], [changed]);
  list.equal(
    'delete-dns-domain',
    state(await call('delete-dns-domain', { id: domain })),
    'success',
  );
  const [status] = refusal(await call('get-dns-domain-record', one));
  list.equal('get-dns-domain-record below a deleted domain is 404', status, 404);
}

async function tryInstance({ driver, list, parent }: Trial): Promise<void> {
  const call = (name: string, args?: object): Promise<Outcome> => driver.call(parent, name, args);
  const id = createdId(
    await call('create-instance', {
      name: 'interop',
      'disk-size': 10,
      'instance-type': { id: typeId },
      template: { id: templateId },
    }),
  );
  await call('update-instance', { id, name: 'renamed', labels: { made: 'by-interop' } });
  const { value: instance } = await call('get-instance', { id });
  list.equal('get-instance: what was created and changed', summary(instance), {
    name: 'renamed',
    labels: { made: 'by-interop' },
    size: 10,
    type: typeId,
    template: templateId,
    state: 'running',
  });
  const { value: all } = await call('list-instances');
  list.equal('list-instances: the instance', all?.instances?.[0]?.id, id);
  list.equal('start-instance', state(await call('start-instance', { id })), 'success');
  list.equal('delete-instance', state(await call('delete-instance', { id })), 'success');
  const [status] = refusal(await call('start-instance', { id }));
  list.equal('start-instance of a deleted one is 404', status, 404);
}

async function trySshKey({ driver, list, parent }: Trial): Promise<void> {
  const call = (name: string, args?: object): Promise<Outcome> => driver.call(parent, name, args);
  // Not ASCII and with a space: signed as the bytes that are sent, in the body and in the path.
  const name = 'clé d’essai';
  const sent = { name, 'public-key': 'ssh-ed25519 AAAA' };
  list.equal('register-ssh-key', state(await call('register-ssh-key', sent)), 'success');
  const [twice] = refusal(await call('register-ssh-key', sent));
  list.equal('register-ssh-key a second time is 409', twice, 409);
  const { value: key } = await call('get-ssh-key', { id: name });
  list.equal('get-ssh-key: what was registered', key?.name, name);
  const { value: all } = await call('list-ssh-keys');
  list.equal('list-ssh-keys: the key', all?.['ssh-keys'], [key]);
  list.equal('delete-ssh-key', state(await call('delete-ssh-key', { id: name })), 'success');
  const [status] = refusal(await call('get-ssh-key', { id: name }));
  list.equal('get-ssh-key of a deleted one is 404', status, 404);
}

function state({ value, error }: Outcome): unknown {
  return error ?? value?.state;
}

function pick(value: Json, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, value?.[name]]));
}

function summary(instance: Json): Record<string, unknown> {
  return {
    ...pick(instance, ['name', 'labels', 'state']),
    size: instance?.['disk-size'],
    type: instance?.['instance-type']?.id,
    template: instance?.template?.id,
  };
}
