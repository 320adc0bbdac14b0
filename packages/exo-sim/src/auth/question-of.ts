// What a call asks the policies.
import type { Call } from '../call/call.ts';
import { snakeCaseKeys } from '../policy/snake-case.ts';
import { databaseTypes } from '../state/catalogue.ts';
import { itemsOn, placeOf } from '../state/collections.ts';
import { asSegment, isInZone, pathOf, readResource } from '../state/resources.ts';
import type { Store } from '../state/store.ts';
import type { Question } from './authorize.ts';

// The only request headers that policies can see.
const policyHeaders = ['if-match', 'if-none-match', 'sse-c-customer-algorithm'];

// Published policies use these names.
const publishedNames: ReadonlyMap<string, string> = new Map([
  ['sks-cluster/nodepool', 'sks_nodepool'],
  ['security-group/rules', 'security_group_rule'],
]);

/** The call as the policies see it. */
export function questionOf(store: Store, call: Call): Question {
  const { operation, zone, sourceIp, pathParameters, query, body, headers } = call;
  return {
    operation: operation.name,
    serviceClass: operation.serviceClass,
    zone,
    sourceIp,
    at: store.options.now(),
    // The path comes last and wins, because nothing may replace the object that it names. Before it comes the
    // body, which a read does not have. Each is renamed before the next one overrides it.
    parameters: {
      ...snakeCaseKeys(query),
      ...(operation.method !== 'GET' && snakeCaseKeys(body)),
      ...snakeCaseKeys(pathParameters),
    },
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => policyHeaders.includes(name)),
    ),
    resources: resourcesOf(store, call),
  };
}

/**
 * What a call is about, by collection: `resources.dns_domain.unicode_name`. Of an item that is being
 * made, what is sent.
 */
function resourcesOf(store: Store, call: Call): Question['resources'] {
  const { operation, pathParameters, zone, body } = call;
  const items = itemsOn(operation.path).map((template) => {
    const path = pathOf(template, pathParameters);
    const item = isInZone(store, path, zone) ? readResource(store.resources, path) : undefined;
    return [nameOf(template), item];
  });
  const place = operation.method === 'POST' ? placeOf(operation.path) : undefined;
  const isMaking = place?.at === 'collection';
  const filled = [
    ...items,
    ...(isMaking ? [[nameOf(place.collection.itemPath), body] as const] : []),
    ['dbaas_service', databaseOf(store, call)],
    ['bucket', pathParameters['bucket']],
  ].filter(([, value]) => value !== undefined);
  return snakeCaseKeys(Object.fromEntries(filled) as object);
}

// `/dns-domain/{domain-id}/record/{record-id}` is `dns_domain_record`.
function nameOf(template: string): string {
  const name = template.replace(/\/\{[^}]+\}/g, '').slice(1);
  return publishedNames.get(name) ?? name.replace(/[/-]/g, '_');
}

function databaseOf(store: Store, { operation, pathParameters, body, zone }: Call): unknown {
  if (!operation.path.startsWith('/dbaas-')) return undefined;
  const { 'service-name': serviceName, service = serviceName, name = service } = pathParameters;
  if (name === undefined) return undefined;
  const known = databaseTypes
    .map(({ pathName }) => `/dbaas-${pathName}/${asSegment(name)}`)
    .find((path) => isInZone(store, path, zone));
  const isMaking = operation.name.startsWith('create-dbaas-service-');
  const remembered = known === undefined ? undefined : readResource(store.resources, known);
  return { ...(isMaking ? body : remembered), name };
}
