// Every operation the simulator keeps no state for: a well-formed answer, always the same.
import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import { newUuid } from '../state/identifiers.ts';
import { describeOperation, startOperation } from '../state/operation-queue.ts';
import type { Store } from '../state/store.ts';
import type { Call } from './handler.ts';

// Lists whose property is not the operation's name without `list-`.
const listProperties: Readonly<Record<string, string>> = {
  'list-ai-instance-types': 'instance-types',
  'list-dbaas-clickhouse-roles': 'roles',
  'list-dbaas-clickhouse-users': 'users',
  'list-dbaas-external-endpoint-types': 'endpoint-types',
  'list-dbaas-external-endpoints': 'dbaas-endpoints',
  'list-dbaas-external-integrations': 'external-integrations',
  'list-dbaas-integration-settings': 'settings',
  'list-dbaas-valkey-users': 'users',
  'list-kms-key-rotations': 'rotations',
  'list-vpc-routes': 'routes',
};

export function answerGenerically(store: Store, call: Call): Answer {
  const { name, asynchronous, path } = call.operation;
  const id = call.pathParameters['id'] ?? newUuid(store.options.random);
  if (asynchronous) {
    const [, collection] = path.split(/[/:]/);
    const reference = { id, link: `/v2/${collection}/${id}`, command: name };
    return ok(describeOperation(startOperation(store, reference)));
  }
  if (name === 'list-sks-cluster-deprecated-resources') return ok([]);
  if (name.startsWith('list-')) return ok({ [listProperties[name] ?? name.slice(5)]: [] });
  return ok({ id });
}
