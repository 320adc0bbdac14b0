// Zones, and the life of a role: create, show, list, change, delete.
import { operatorPolicy, readerPolicy } from './policies.ts';
import type { Trial } from './trial.ts';
import { createdId, refusal } from './trial.ts';

const zoneNames = [
  'at-vie-1',
  'at-vie-2',
  'bg-sof-1',
  'ch-dk-2',
  'ch-gva-2',
  'de-fra-1',
  'de-muc-1',
  'hr-zag-1',
];

export async function tryZones({ driver, list, parent }: Trial): Promise<void> {
  const { value } = await driver.call(parent, 'list-zones');
  const zones: readonly { name: string; 'api-endpoint': string }[] = value?.zones ?? [];
  list.equal('list-zones: the official zones', zones.map(({ name }) => name).sort(), zoneNames);
  for (const zone of zones) {
    const there = { ...parent, endpoint: zone['api-endpoint'] };
    const { value: answer, error } = await driver.call(there, 'list-instances');
    list.equal(`list-instances in ${zone.name}`, error ?? answer, { instances: [] });
  }
}

export async function tryRoles({ driver, list, parent }: Trial): Promise<void> {
  const name = 'interop-role';
  const labels = { made: 'by-interop' };
  const made = await driver.call(parent, 'create-iam-role', {
    name,
    description: 'first',
    labels,
    policy: operatorPolicy,
  });
  const id = createdId(made);
  list.equal('create-iam-role succeeds', made.error ?? made.value.state, 'success');
  list.match('create-iam-role refers to the role', id, /^[0-9a-f]{8}-[0-9a-f-]{27}$/);

  const shown = await driver.call(parent, 'get-iam-role', { id });
  list.equal('get-iam-role: what was created', pick(shown.value), {
    name,
    description: 'first',
    labels,
    editable: true,
    policy: operatorPolicy,
  });
  const all = await driver.call(parent, 'list-iam-roles');
  const names: readonly string[] = (all.value?.['iam-roles'] ?? []).map(
    (role: { name: string }) => role.name,
  );
  list.equal('list-iam-roles: ours and the built-in ones', [...names].sort(), [
    'Billing',
    'Owner',
    name,
  ]);

  const changes = { id, description: 'second', labels: { made: 'again' } };
  const changed = await driver.call(parent, 'update-iam-role', changes);
  list.equal('update-iam-role succeeds', changed.error ?? changed.value.state, 'success');
  const replaced = await driver.call(parent, 'update-iam-role-policy', { id, ...readerPolicy });
  list.equal('update-iam-role-policy succeeds', replaced.error ?? replaced.value.state, 'success');
  const again = await driver.call(parent, 'get-iam-role', { id });
  list.equal('get-iam-role: what was changed', pick(again.value), {
    name,
    description: 'second',
    labels: { made: 'again' },
    editable: true,
    policy: readerPolicy,
  });

  const gone = await driver.call(parent, 'delete-iam-role', { id });
  list.equal('delete-iam-role succeeds', gone.error ?? gone.value.state, 'success');
  const [status] = refusal(await driver.call(parent, 'get-iam-role', { id }));
  list.equal('get-iam-role of a deleted role is 404', status, 404);
  const [second] = refusal(await driver.call(parent, 'delete-iam-role', { id }));
  list.equal('delete-iam-role a second time is 404', second, 404);
}

function pick(role: Record<string, unknown> | undefined): Record<string, unknown> {
  const { name, description, labels, editable, policy } = role ?? {};
  return { name, description, labels, editable, policy };
}
