// A handful of calls beside IAM, with the parent key: that each is signed, routed and answered in a
// form that the client can read, with path and query parameters, with and without a body.
import type { Json } from './driver.ts';
import type { Trial } from './trial.ts';

interface GenericCall {
  readonly call: string;
  readonly args?: object;
  /** Of the answer, what has to be there. */
  readonly sees: (value: Json) => unknown;
  readonly expected: unknown;
}

const id = '0f1c5a3e-5f1b-4a38-9a53-6d9d2f0e9a11';
const size = (list: Json): unknown => (Array.isArray(list) ? list.length : list);
const state = (value: Json): unknown => value.state;

const calls: readonly GenericCall[] = [
  { call: 'list-instances', sees: (value) => size(value.instances), expected: 0 },
  { call: 'list-instance-types', sees: (value) => size(value['instance-types']), expected: 0 },
  {
    // A query with a space, so that its encoding matters to the signature.
    call: 'list-templates',
    args: { visibility: 'public', family: 'linux debian+12 & é' },
    sees: (value) => size(value.templates),
    expected: 0,
  },
  {
    call: 'create-instance',
    args: { name: 'interop', 'disk-size': 10, 'instance-type': { id }, template: { id } },
    sees: state,
    expected: 'success',
  },
  { call: 'delete-instance', args: { id }, sees: state, expected: 'success' },
  { call: 'list-ssh-keys', sees: (value) => size(value['ssh-keys']), expected: 0 },
  {
    // Non-ASCII text in the body: signed as the bytes that are sent.
    call: 'register-ssh-key',
    args: { name: 'clé-dé-test', 'public-key': 'ssh-ed25519 AAAA' },
    sees: state,
    expected: 'success',
  },
  // A path parameter that has to be percent-encoded, and is signed that way.
  { call: 'get-ssh-key', args: { id: 'a key' }, sees: (value) => typeof value, expected: 'object' },
  { call: 'create-security-group', args: { name: 'interop' }, sees: state, expected: 'success' },
  {
    call: 'get-quota',
    args: { id: 'instance' },
    sees: (value) => typeof value,
    expected: 'object',
  },
  { call: 'list-sks-clusters', sees: (value) => size(value['sks-clusters']), expected: 0 },
  { call: 'list-dns-domains', sees: (value) => size(value['dns-domains']), expected: 0 },
  {
    call: 'create-dns-domain',
    args: { 'unicode-name': 'bücher.example' },
    sees: state,
    expected: 'success',
  },
  { call: 'get-dns-domain', args: { id }, sees: (value) => value.id, expected: id },
  { call: 'delete-dns-domain', args: { id }, sees: state, expected: 'success' },
  { call: 'list-dbaas-services', sees: (value) => size(value['dbaas-services']), expected: 0 },
  {
    call: 'list-dbaas-service-types',
    sees: (value) => size(value['dbaas-service-types']),
    expected: 0,
  },
  { call: 'get-dbaas-settings-pg', sees: (value) => typeof value, expected: 'object' },
  {
    call: 'create-dbaas-service-pg',
    args: { name: 'interop-pg', plan: 'hobbyist-2' },
    sees: state,
    expected: 'success',
  },
];

export async function tryGenericCalls({ driver, list, parent }: Trial): Promise<void> {
  for (const { call, args, sees, expected } of calls) {
    const { value, error } = await driver.call(parent, call, args);
    list.equal(call, error ?? sees(value ?? {}), expected);
  }
  const organization = await driver.call(parent, 'get-organization');
  list.match('get-organization has an id', organization.value?.id, /^[0-9a-f-]{36}$/);
}
