// Keys: created by the parent, confined by their role and by the organization, refused after their
// end, and never listed with their secret.
import type { Caller } from './driver.ts';
import { noDnsPolicy, operatorPolicy } from './policies.ts';
import type { Trial } from './trial.ts';
import { createdId, refusal } from './trial.ts';

const badSignature = [403, 'Invalid request signature'];

export async function tryKeys(trial: Trial): Promise<void> {
  const { driver, list, parent } = trial;
  const role = await driver.call(parent, 'create-iam-role', {
    name: 'interop-operator',
    policy: operatorPolicy,
  });
  const roleId = createdId(role);
  const name = 'interop-key';
  const { value, error } = await driver.call(parent, 'create-api-key', { name, 'role-id': roleId });
  list.match('create-api-key: a key', error ?? value.key, /^EXO[0-9a-f]{24}$/);
  list.equal(
    'create-api-key: its name and role',
    [value?.name, value?.['role-id']],
    [name, roleId],
  );
  const minted: Caller = { ...parent, apiKey: value?.key, apiSecret: value?.secret };

  const listed = await driver.call(parent, 'list-api-keys');
  const entry = { name, key: minted.apiKey, 'role-id': roleId };
  const entries: readonly { key: string }[] = listed.value?.['api-keys'] ?? [];
  list.equal('list-api-keys: ours, without its secret', entries.find(isOurs), entry);
  const shown = await driver.call(parent, 'get-api-key', { id: minted.apiKey });
  list.equal('get-api-key: ours, without its secret', only(shown.value), entry);
  function isOurs({ key }: { key: string }): boolean {
    return key === minted.apiKey;
  }

  await tryRestricted(trial, minted);
  await tryOrganizationPolicy(trial, minted);
  await tryWrongSecrets(trial, minted);

  const early = await driver.call(parent, 'delete-iam-role', { id: roleId });
  list.equal('delete-iam-role with a key attached is 409', refusal(early)[0], 409);
  const revoked = await driver.call(parent, 'delete-api-key', { id: minted.apiKey });
  list.equal('delete-api-key succeeds', revoked.error ?? revoked.value.state, 'success');
  const after = await driver.call(minted, 'list-instances');
  list.equal('a revoked key is refused', refusal(after), badSignature);
  const twice = await driver.call(parent, 'delete-api-key', { id: minted.apiKey });
  list.equal('delete-api-key a second time', refusal(twice), [403, 'API Key not in organization']);
  const gone = await driver.call(parent, 'delete-iam-role', { id: roleId });
  list.equal('delete-iam-role after its key', gone.error ?? gone.value.state, 'success');
}

async function tryRestricted({ driver, list }: Trial, minted: Caller): Promise<void> {
  const allowed: readonly (readonly [string, object?])[] = [
    ['list-instances'],
    ['list-templates', { visibility: 'private', family: 'linux' }],
    // Asynchronous: the client may poll with get-operation.
    ['create-security-group', { name: 'interop' }],
    ['list-dns-domains'],
    ['create-dns-domain', { 'unicode-name': 'interop.example' }],
    // Sent unsigned by the clients, so that no policy applies to it.
    ['list-zones'],
  ];
  for (const [call, args] of allowed) {
    const { error } = await driver.call(minted, call, args);
    list.equal(`a minted key may ${call}`, error, undefined);
  }
  const refused: readonly (readonly [string, string, object?])[] = [
    ['list-ssh-keys', 'compute'],
    ['list-sks-clusters', 'compute'],
    ['list-dbaas-services', 'dbaas'],
    ['list-iam-roles', 'iam'],
    ['list-api-keys', 'iam'],
    ['create-api-key', 'iam', { name: 'more', 'role-id': '0f1c5a3e-5f1b-4a38-9a53-6d9d2f0e9a11' }],
    ['create-iam-role', 'iam', { name: 'more', policy: operatorPolicy }],
    ['get-organization', 'organization'],
  ];
  for (const [call, serviceClass, args] of refused) {
    const outcome = await driver.call(minted, call, args);
    const words = `Forbidden by role policy for ${serviceClass}`;
    list.equal(`a minted key may not ${call}`, refusal(outcome), [403, words]);
  }
}

async function tryOrganizationPolicy(
  { driver, list, parent }: Trial,
  minted: Caller,
): Promise<void> {
  const before = await driver.call(parent, 'get-iam-organization-policy');
  const open = { 'default-service-strategy': 'allow', services: {} };
  list.equal('get-iam-organization-policy', before.error ?? before.value, open);
  const closed = await driver.call(parent, 'update-iam-organization-policy', noDnsPolicy);
  list.equal('update-iam-organization-policy', closed.error ?? closed.value.state, 'success');
  const outcome = await driver.call(minted, 'list-dns-domains');
  const words = 'Forbidden by organization policy for dns';
  list.equal('the organization policy binds a minted key', refusal(outcome), [403, words]);
  const reset = await driver.call(parent, 'reset-iam-organization-policy');
  list.equal('reset-iam-organization-policy', reset.error ?? reset.value.state, 'success');
  const { error } = await driver.call(minted, 'list-dns-domains');
  list.equal('and no longer does after the reset', error, undefined);
}

async function tryWrongSecrets({ driver, list, parent }: Trial, minted: Caller): Promise<void> {
  const strangers: readonly (readonly [string, Caller])[] = [
    ["the parent key with another key's secret", { ...parent, apiSecret: minted.apiSecret }],
    ['a minted key with a wrong secret', { ...minted, apiSecret: `${minted.apiSecret}x` }],
    ['a key that does not exist', { ...parent, apiKey: 'EXO000000000000000000000000' }],
  ];
  for (const [who, caller] of strangers) {
    const outcome = await driver.call(caller, 'list-instances');
    list.equal(`${who} is refused`, refusal(outcome), badSignature);
  }
}

function only(value: Record<string, unknown> | undefined): Record<string, unknown> {
  const { 'org-id': _, ...known } = value ?? {};
  return known;
}
