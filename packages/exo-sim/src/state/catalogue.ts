// The small fixed catalogue that new items refer to: instance types, public templates, versions of
// SKS and database plans. Ids and sizes are our own.
import { createHash } from 'node:crypto';

const gibibyte = 1024 ** 3;

/** A stable id for a name. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The sizes of instances. */
export const instanceTypes: readonly { readonly id: string; readonly [name: string]: unknown }[] = [
  { size: 'tiny', cpus: 1, gibibytes: 1 },
  { size: 'small', cpus: 2, gibibytes: 2 },
  { size: 'medium', cpus: 2, gibibytes: 4 },
  { size: 'large', cpus: 4, gibibytes: 8 },
].map(({ size, cpus, gibibytes }) => ({
  id: idOf(`standard.${size}`),
  family: 'standard',
  size,
  cpus,
  memory: gibibytes * gibibyte,
  authorized: true,
}));

/** The images that every organization can use. */
export const publicTemplates: readonly {
  readonly id: string;
  readonly [name: string]: unknown;
}[] = [
  { name: 'Linux Debian 13 (Trixie) 64-bit', family: 'Debian', version: '13', user: 'debian' },
  { name: 'Linux Ubuntu 24.04 LTS 64-bit', family: 'Ubuntu', version: '24.04', user: 'ubuntu' },
].map(({ name, family, version, user }) => ({
  id: idOf(name),
  name,
  description: name,
  family,
  version,
  build: '2026-01-01',
  'default-user': user,
  size: 10 * gibibyte,
  checksum: '0'.repeat(32),
  'boot-mode': 'uefi',
  'password-enabled': true,
  'ssh-key-enabled': true,
  visibility: 'public',
  'created-at': '2026-01-01T00:00:00.000Z',
}));

/** The image of SKS nodes. */
export const nodepoolTemplateId: string = idOf('sks-node');

/** The newest first. */
export const sksVersions: readonly string[] = ['1.34.2', '1.33.6', '1.32.10'];

const plans = [
  { name: 'hobbyist-2', nodes: 1, cpus: 1, gibibytes: 2, disk: 8 },
  { name: 'startup-4', nodes: 1, cpus: 2, gibibytes: 4, disk: 80 },
  { name: 'business-4', nodes: 2, cpus: 2, gibibytes: 4, disk: 80 },
].map(({ name, nodes, cpus, gibibytes, disk }) => ({
  name,
  family: name.replace(/-.*/, ''),
  'node-count': nodes,
  'node-cpu-count': cpus,
  'node-memory': gibibytes * gibibyte,
  'disk-space': disk * gibibyte,
  authorized: true,
}));

/** A kind of database. */
export interface DatabaseType {
  readonly name: string;
  /** Its name in the API's paths: `/dbaas-postgres`. */
  readonly pathName: string;
  readonly versions: readonly string[];
}

/** The newest version of each first. */
export const databaseTypes: readonly DatabaseType[] = [
  { name: 'pg', pathName: 'postgres', versions: ['17', '16', '15'] },
  { name: 'mysql', pathName: 'mysql', versions: ['8'] },
  { name: 'valkey', pathName: 'valkey', versions: ['8.1'] },
  { name: 'kafka', pathName: 'kafka', versions: ['4.0', '3.9'] },
  { name: 'opensearch', pathName: 'opensearch', versions: ['2'] },
  { name: 'grafana', pathName: 'grafana', versions: ['12'] },
  { name: 'clickhouse', pathName: 'clickhouse', versions: ['25.3'] },
  // The API shows no version of it.
  { name: 'thanos', pathName: 'thanos', versions: [] },
];

/** The type in the words of the API. */
export function describeDatabaseType({ name, versions }: DatabaseType): object {
  return {
    name,
    description: `Simulated ${name}`,
    'available-versions': versions,
    'default-version': versions[0],
    plans,
  };
}

/** The properties of a plan, or nothing for an unknown plan. */
export function membersOfPlan(planName: unknown): object {
  const plan = plans.find(({ name }) => name === planName);
  return plan
    ? {
        'node-count': plan['node-count'],
        'node-cpu-count': plan['node-cpu-count'],
        'node-memory': plan['node-memory'],
        'disk-size': plan['disk-space'],
      }
    : {};
}
