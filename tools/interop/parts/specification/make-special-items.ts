// Makes what no collection makes: databases, snapshots; and finds what is in the catalogue.
import type { Workshop } from './make-items.ts';

/** Values for the path's parameters; none where nothing special is needed. */
export async function makeSpecialItems(
  { client, simulator }: Workshop,
  path: string,
): Promise<Readonly<Record<string, string>>> {
  const idOfLast = (): string =>
    [...simulator.state.resources.keys()].at(-1)?.split('/').at(-1) ?? '';
  if (path === '/dbaas-service-type/{service-type-name}') return { 'service-type-name': 'pg' };
  if (path === '/instance-type/{id}') {
    const answer = await client.request<{ 'instance-types': { id: string }[] }>(
      'list-instance-types',
    );
    return { id: answer['instance-types'][0]?.id ?? '' };
  }
  if (path.startsWith('/snapshot/{id}')) {
    await client.request('create-instance', { body: { name: 'a', 'disk-size': 10 } });
    await client.request('create-snapshot', { path: { id: idOfLast() } });
    return { id: idOfLast() };
  }
  if (path.startsWith('/block-storage-snapshot/{id}')) {
    await client.request('create-block-storage-volume', { body: { name: 'a', size: 10 } });
    await client.request('create-block-storage-snapshot', { path: { id: idOfLast() }, body: {} });
    return { id: idOfLast() };
  }
  const [, type] = /^\/dbaas-([a-z]+)\/\{name\}$/.exec(path) ?? [];
  if (type === undefined) return {};
  const name = type === 'postgres' || type === 'service' ? 'pg' : type;
  await client.request(`create-dbaas-service-${name}`, {
    path: { name: 'made' },
    body: { plan: 'startup-4' },
  });
  return { name: 'made' };
}
