// A handful of calls for which nothing is remembered, with the parent key: that each is signed, routed
// and answered in a form that the client can read, with path and query parameters and a body.
import type { Json } from './driver.ts';
import type { Trial } from './trial.ts';

interface GenericCall {
  readonly call: string;
  readonly args?: object;
  /** Of the answer, what has to be there. */
  readonly sees: (value: Json) => unknown;
  readonly expected: unknown;
}

const size = (list: Json): unknown => (Array.isArray(list) ? list.length : list);
const state = (value: Json): unknown => value.state;

// The three counts are those of the simulator's fixed catalogue.
const calls: readonly GenericCall[] = [
  { call: 'list-instances', sees: (value) => size(value.instances), expected: 0 },
  { call: 'list-instance-types', sees: (value) => size(value['instance-types']), expected: 4 },
  {
    // A query with a space, so that its encoding matters to the signature.
    call: 'list-templates',
    args: { visibility: 'public', family: 'linux debian+12 & é' },
    sees: (value) => size(value.templates),
    expected: 2,
  },
  {
    call: 'get-quota',
    args: { id: 'instance' },
    sees: (value) => typeof value,
    expected: 'object',
  },
  { call: 'list-sks-clusters', sees: (value) => size(value['sks-clusters']), expected: 0 },
  { call: 'list-dns-domains', sees: (value) => size(value['dns-domains']), expected: 0 },
  { call: 'list-dbaas-services', sees: (value) => size(value['dbaas-services']), expected: 0 },
  {
    call: 'list-dbaas-service-types',
    sees: (value) => size(value['dbaas-service-types']),
    expected: 8,
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
