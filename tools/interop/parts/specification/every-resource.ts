// Every collection that the simulator has to remember: an item is made with every member that can be
// sent, looked at, listed, changed in every member, looked at again, and deleted.
import { createClient, ExoIamError } from '@x/exo-iam';
import { createSimulator } from '@x/exo-sim';

import type { Check } from '../../src/part.ts';
import type { Judge } from './every-operation.ts';
import { findLost } from './find-lost.ts';
import { lastMade, makeItems } from './make-items.ts';
import { smallestValue } from './smallest-value.ts';
import type { Specification, SpecifiedOperation } from './specification.ts';
import { watchExchanges } from './watch-exchanges.ts';

interface Collection {
  readonly create: SpecifiedOperation;
  readonly list: SpecifiedOperation | undefined;
  readonly get: SpecifiedOperation | undefined;
  readonly update: SpecifiedOperation | undefined;
  readonly delete: SpecifiedOperation | undefined;
  /** Looks at the item that has the collection. */
  readonly parent: SpecifiedOperation | undefined;
}

export async function checkEveryResource(judge: Judge): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const collection of findCollections(judge.specification)) {
    const name = `${collection.create.name} with every member, and what becomes of it`;
    const detail = (await play(judge, collection)).join('\n');
    checks.push({ name, passed: detail === '', detail });
  }
  return checks;
}

/** @returns What went wrong. */
async function play(judge: Judge, collection: Collection): Promise<readonly string[]> {
  const { specification, validate } = judge;
  const { schemas } = specification;
  const simulator = createSimulator();
  const { fetch, seen } = watchExchanges(simulator, specification, validate);
  const client = createClient({ credentials: simulator.parentKey, fetch });
  const above = await makeItems({ specification, simulator, client }, collection.create.path);
  const problems: string[] = [];
  let ids = Object.values(above);

  const call = async (operation: SpecifiedOperation, body?: unknown): Promise<unknown> => {
    const names = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    const path = Object.fromEntries(names.map((name, index) => [name, ids[index] ?? '']));
    return client.request(operation.name, { path, body }).catch((error: unknown) => {
      if (!(error instanceof ExoIamError)) throw error;
      return undefined;
    });
  };
  const look = async (sent: unknown): Promise<void> => {
    const { get, list, parent } = collection;
    const shown = get && (await call(get));
    const schema = get?.answers.get(200);
    const lost = schema ? findLost({ sent, shown, schema }, schemas) : [];
    problems.push(...lost.map((member) => `${member} is not shown as it was sent`));
    if (list) await call(list);
    if (parent) await call(parent);
  };

  for (const operation of [collection.create, collection.update]) {
    if (!operation?.body) continue;
    const sent = smallestValue(operation.body, schemas, 'all');
    await call(operation, sent);
    ids = [...Object.values(above), lastMade(simulator)];
    await look(sent);
  }
  const kept = simulator.state.resources.size;
  const deleted = collection.delete && (await call(collection.delete));
  if (deleted && simulator.state.resources.size !== kept - 1) problems.push('it is not forgotten');
  const failed = seen.filter((finding) => finding.status !== 200 || finding.problems.length > 0);
  return [
    ...problems,
    ...failed.map((one) => `${one.method} ${one.path} ${one.status} ${one.problems.join('\n')}`),
  ];
}

/** Those whose items are made by POST, and can be listed and looked at or are shown by an item. */
function findCollections({ operations }: Specification): readonly Collection[] {
  const all = [...operations.values()];
  const at = (path: string, ...methods: readonly string[]): SpecifiedOperation | undefined =>
    all.find((one) => one.path === path && methods.includes(one.method));
  return all.flatMap((create) => {
    const { method, path, body } = create;
    const item = all.find((one) => /^\/\{[^}]+\}$/.test(one.path.replace(path, '')))?.path ?? '';
    if (method !== 'POST' || !body || elsewhere.includes(path)) return [];
    const list = at(path, 'GET');
    const get = at(item, 'GET');
    const parent = at(path.slice(0, path.lastIndexOf('/')), 'GET');
    if (!(list && get) && !(parent && at(item, 'DELETE') && !list)) return [];
    return [
      { create, list, get, update: at(item, 'PUT', 'PATCH'), delete: at(item, 'DELETE'), parent },
    ];
  });
}

// What they keep has more to it, and is looked into by `client-calls.ts`.
const elsewhere = ['/api-key', '/iam-role'];
