// Reads of the fixed catalogue: instance types, templates, SKS versions, database types.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import {
  databaseTypes,
  describeDatabaseType,
  instanceTypes,
  nodepoolTemplateId,
  publicTemplates,
  sksVersions,
} from '../state/catalogue.ts';
import type { Resource } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { answerFromResources } from './resources.ts';

export function listInstanceTypes(_: Store, call: Call): Answer {
  return ok({ 'instance-types': instanceTypes.map((type) => ({ ...type, zones: call.zones })) });
}

export function getInstanceType(_: Store, call: Call): Answer {
  const type = instanceTypes.find(({ id }) => id === call.id);
  return type
    ? ok({ ...type, zones: call.zones })
    : refuse(404, `Instance type ${call.id} not found`);
}

/** Public and registered templates, or those of the visibility that is asked for. */
export function listTemplates(store: Store, call: Call): Answer {
  const { templates } = answerFromResources(store, call).body as {
    readonly templates: readonly Resource[];
  };
  const { visibility } = call.query;
  const all: readonly Resource[] = [
    ...publicTemplates.map((one) => ({ ...one, zones: [call.zone] })),
    ...templates,
  ];
  return ok({
    templates: all.filter((one) => visibility === undefined || visibility === one['visibility']),
  });
}

export function getTemplate(store: Store, call: Call): Answer {
  const template = publicTemplates.find(({ id }) => id === call.id);
  return template ? ok({ ...template, zones: [call.zone] }) : answerFromResources(store, call);
}

export function getActiveNodepoolTemplate(): Answer {
  return ok({ 'active-template': nodepoolTemplateId });
}

export function listSksClusterVersions(): Answer {
  return ok({ 'sks-cluster-versions': sksVersions });
}

export function listDatabaseTypes(): Answer {
  return ok({ 'dbaas-service-types': databaseTypes.map(describeDatabaseType) });
}

export function getDatabaseType(_: Store, call: Call): Answer {
  const type = databaseTypes.find(({ name }) => name === call.id);
  return type ? ok(describeDatabaseType(type)) : refuse(404, `Database type ${call.id} not found`);
}
