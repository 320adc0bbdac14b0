// The collections of the API with the ordinary form: their items are created, shown, changed and deleted. Other
// operations on such an item need it to exist.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { isZoneLocal, itemsOn, placeOf } from '../state/collections.ts';
import { newUuid } from '../state/identifiers.ts';
import {
  above,
  asSegment,
  forgetResource,
  isInZone,
  keepResource,
  pathOf,
  readResource,
} from '../state/resources.ts';
import type { Store } from '../state/store.ts';
import { isText } from '../value-checks.ts';
import { answerGenerically } from './generic.ts';
import { actOnItem } from './item-actions.ts';
import { membersOf } from './resource-members.ts';
import {
  acknowledge,
  answerAbout,
  isNamed,
  showItem,
  showItems,
  visibleTo,
  type Target,
} from './show-resource.ts';

type Act = (store: Store, call: Call, target: Target) => Answer;

const acts: Readonly<Record<string, Act>> = {
  'POST collection': create,
  'GET collection': list,
  'GET item': (store, _, target) => ok(showItem(store, target)),
  'PUT item': update,
  'PATCH item': update,
  'DELETE item': remove,
  'DELETE field': reset,
};

export function answerFromResources(store: Store, call: Call): Answer {
  const { method, path: template } = call.operation;
  const missing = itemsOn(template)
    .map((item) => pathOf(item, call.pathParameters))
    .find((path) => !isInZone(store, path, call.zone));
  if (missing !== undefined) return refuse(404, `${missing} not found`);

  const last = itemsOn(template).at(-1);
  const owner = last === undefined ? undefined : placeOf(last);
  const acted =
    last !== undefined &&
    owner &&
    actOnItem(store, call, {
      collection: owner.collection,
      path: pathOf(last, call.pathParameters),
    });
  if (acted) return acted;
  const place = placeOf(template);
  const act = place && acts[`${method} ${place.at}`];
  if (!act) return answerGenerically(store, call);
  const path = pathOf(template, call.pathParameters);
  return act(store, call, { collection: place.collection, path });
}

function create(store: Store, call: Call, { collection, path }: Target): Answer {
  const id = newUuid(store.options.random);
  const chosen = isNamed(collection) ? call.body['name'] : id;
  if (!isText(chosen, 255)) return refuse(400, 'name: expected 1 to 255 characters');
  const item = { collection, path: `${path}/${asSegment(chosen)}` };
  if (store.resources.has(item.path)) return refuse(409, `${item.path} already exists`);
  const members = membersOf(store, call, { collection, id, sent: call.body });
  keepResource(store, item.path, members);
  // A nested item is in the zone of its parent.
  if (isZoneLocal(collection) && itemsOn(call.operation.path).length === 0) {
    store.resourceZones.set(item.path, call.zone);
  }
  return acknowledge(store, call, item);
}

function list(store: Store, call: Call, target: Target): Answer {
  const items = showItems(store, { ...target, zone: call.zone }).map((item) =>
    visibleTo(call, item),
  );
  // The only member of the generic answer is the list.
  const [name = ''] = Object.keys(answerGenerically(store, call).body as object);
  return ok({ [name]: items });
}

function update(store: Store, call: Call, target: Target): Answer {
  change(store, call, { ...target, sent: call.body });
  return acknowledge(store, call, target);
}

function reset(store: Store, call: Call, { collection, path }: Target): Answer {
  const item = { collection, path: above(path) };
  change(store, call, { ...item, sent: { [String(call.pathParameters['field'])]: null } });
  return acknowledge(store, call, item);
}

function change(
  store: Store,
  call: Call,
  { collection, path, sent }: Target & { readonly sent: Readonly<Record<string, unknown>> },
): void {
  const before = readResource(store.resources, path);
  const id = String(before?.['id']);
  const members = membersOf(store, call, { collection, id, ...(before && { before }), sent });
  keepResource(store, path, members);
}

function remove(store: Store, call: Call, target: Target): Answer {
  forgetResource(store, target.path);
  return answerAbout(store, call, target);
}
