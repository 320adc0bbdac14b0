// Databases: create, show, update, list, delete. Their content is not simulated.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { databaseTypes, membersOfPlan, type DatabaseType } from '../state/catalogue.ts';
import type { Resource } from '../state/records.ts';
import {
  asSegment,
  forgetResource,
  isInZone,
  keepResource,
  pathsIn,
  readResource,
} from '../state/resources.ts';
import type { Store } from '../state/store.ts';
import { isText } from '../value-checks.ts';
import { answerGenerically } from './generic.ts';

type Handler = (store: Store, call: Call) => Answer;

// Settings and credentials are not shown again.
const keptMembers = ['plan', 'version', 'termination-protection', 'maintenance', 'ip-filter'];
const commonMembers = [
  'name',
  'type',
  'plan',
  'state',
  'zone',
  'termination-protection',
  'created-at',
  'updated-at',
  'node-count',
  'node-cpu-count',
  'node-memory',
  'disk-size',
];

/** By name of the operation. */
export const databaseHandlers: readonly (readonly [string, Handler])[] = [
  ...databaseTypes.flatMap((type): (readonly [string, Handler])[] => [
    [`create-dbaas-service-${type.name}`, (store, call) => create(store, call, type)],
    [`get-dbaas-service-${type.name}`, (store, call) => show(store, call, type)],
    [`update-dbaas-service-${type.name}`, (store, call) => update(store, call, type)],
    [`delete-dbaas-service-${type.name}`, (store, call) => remove(store, call, [type])],
  ]),
  ['delete-dbaas-service', (store, call) => remove(store, call, databaseTypes)],
  ['list-dbaas-services', list],
];

function create(store: Store, call: Call, type: DatabaseType): Answer {
  const path = pathOf(type, call.id);
  if (!isText(call.body['plan'], 255)) return refuse(400, 'plan: expected 1 to 255 characters');
  if (store.resources.has(path)) return refuse(409, `${path} exists already`);
  const now = new Date(store.options.now()).toISOString();
  keepResource(store, path, {
    name: call.id,
    type: type.name,
    state: 'running',
    zone: call.zone,
    version: type.versions[0],
    'termination-protection': true,
    'prometheus-uri': {},
    'created-at': now,
    'updated-at': now,
    ...membersOfPlan(call.body['plan']),
    ...keptOf(call),
  });
  store.resourceZones.set(path, call.zone);
  return answerGenerically(store, call, { path });
}

function show(store: Store, call: Call, type: DatabaseType): Answer {
  const path = pathOf(type, call.id);
  return isInZone(store, path, call.zone)
    ? ok(readResource(store.resources, path))
    : refuse(404, `${path} not found`);
}

function update(store: Store, call: Call, type: DatabaseType): Answer {
  const path = pathOf(type, call.id);
  if (!isInZone(store, path, call.zone)) return refuse(404, `${path} not found`);
  const sent = keptOf(call);
  keepResource(store, path, {
    ...readResource(store.resources, path),
    'updated-at': new Date(store.options.now()).toISOString(),
    ...(sent['plan'] !== undefined && membersOfPlan(sent['plan'])),
    ...sent,
  });
  return answerGenerically(store, call, { path });
}

function remove(store: Store, call: Call, types: readonly DatabaseType[]): Answer {
  const path = types
    .map((type) => pathOf(type, call.id))
    .find((one) => isInZone(store, one, call.zone));
  if (path === undefined) return refuse(404, `Database ${call.id} not found`);
  forgetResource(store, path);
  return answerGenerically(store, call, { path });
}

function list(store: Store, call: Call): Answer {
  const services = databaseTypes
    .flatMap((type) => pathsIn(store.resources, `/dbaas-${type.pathName}`))
    .filter((path) => isInZone(store, path, call.zone))
    .map((path) => {
      const service = Object.entries(readResource(store.resources, path) as Resource);
      return Object.fromEntries(service.filter(([name]) => commonMembers.includes(name)));
    });
  return ok({ 'dbaas-services': services });
}

function pathOf({ pathName }: DatabaseType, name: string): string {
  return `/dbaas-${pathName}/${asSegment(name)}`;
}

function keptOf({ body }: Call): Resource {
  return Object.fromEntries(Object.entries(body).filter(([name]) => keptMembers.includes(name)));
}
