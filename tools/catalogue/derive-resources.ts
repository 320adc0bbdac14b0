// Finds the collections of an OpenAPI specification whose items are made, looked at and deleted one
// by one, and what an item shows. Facts for the simulator, which remembers these items.
import { resolve, smallest } from './derive-answers.ts';
import type { AnsweringOperation, AnswerSchema, AnswerSpecification } from './derive-answers.ts';

type Schemas = AnswerSpecification['components']['schemas'];

/**
 * Path of an item; the member of the parent that shows the items, if one does; the members that are
 * kept as they are sent, `a.b` where only a part of `a` is shown; and what the API gives an item.
 */
export type ResourceRow = readonly [
  string,
  string,
  readonly string[],
  Readonly<Record<string, unknown>>,
];

/** Name of an operation, and the members of an item that its answer has not. */
export type HiddenRow = readonly [string, readonly string[]];

export interface Resources {
  readonly rows: readonly ResourceRow[];
  readonly hidden: readonly HiddenRow[];
  /** The operations that show one item. */
  readonly reads: ReadonlySet<string>;
}

// The simulator has handlers of their own for these.
const apart = ['/api-key', '/iam-role'];

// Where work that was begun comes to rest.
const settled = ['running', 'ready', 'enabled', 'detached'];

// Texts that a program reads as something, and values that are not its own.
const values: Readonly<Record<string, unknown>> = {
  cidr: '192.0.2.1/32',
  ip: '192.0.2.1',
  'mac-address': '0a:00:00:00:00:01',
  'org-uuid': '$organization',
  'origin-zone': '$zone',
  'public-ip': '192.0.2.1',
};

// Given only to those that ask for it.
const notAtFirst = ['ipv6-address'];

/** Rows sorted by path, hidden members by operation. */
export function deriveResources({ components, paths }: AnswerSpecification): Resources {
  const { schemas } = components;
  const rows: ResourceRow[] = [];
  const hidden: HiddenRow[] = [];
  const reads = new Set<string>();
  for (const [path, { get: list, post: create }] of Object.entries(paths)) {
    const itemPath = Object.keys(paths).find((other) => isItemOf(other, path)) ?? '';
    const { get, put, patch } = paths[itemPath] ?? {};
    const parent = answerOf(paths[path.slice(0, path.lastIndexOf('/'))]?.get, schemas);
    const shownAs = memberShowing(path, parent);
    const items = shownAs === '' ? undefined : parent.properties?.[shownAs]?.items;
    const item = get ? answerOf(get, schemas) : items && resolve(items, schemas);
    if (!create?.requestBody || !item || apart.includes(path) || !(list ?? items)) continue;

    const bodies = [create, put ?? patch].map((operation) => bodyOf(operation, schemas));
    const kept = keptMembers(item, bodies, schemas);
    const given = givenMembers(item, bodies, schemas);
    rows.push([itemPath, shownAs, kept, given]);
    if (get) reads.add(get.operationId);
    for (const operation of [create, list, put, patch]) {
      const answered = itemAnswered(operation, schemas);
      const names = [...kept, ...Object.keys(given)];
      const missing = names.filter((name) => answered && !(firstPart(name) in answered));
      if (operation && missing.length > 0) hidden.push([operation.operationId, missing]);
    }
  }
  return { rows: rows.sort(byFirst), hidden: hidden.sort(byFirst), reads };
}

function isItemOf(path: string, collection: string): boolean {
  return path.startsWith(`${collection}/`) && /^\{[^}]+\}$/.test(path.slice(collection.length + 1));
}

// `/load-balancer/{id}/service` is shown as `services` by the load balancer.
function memberShowing(path: string, { properties = {} }: AnswerSchema): string {
  const [, name = ''] = /\}\/([^/{}]+)$/.exec(path) ?? [];
  return [name, `${name}s`].find((member) => properties[member]?.type === 'array') ?? '';
}

function keptMembers(
  item: AnswerSchema,
  bodies: readonly AnswerSchema[],
  schemas: Schemas,
): string[] {
  return Object.entries(item.properties ?? {})
    .filter(([name]) => bodies.some(({ properties = {} }) => name in properties))
    .flatMap(([name, schema]) => {
      const shown = resolve(schema, schemas).properties;
      const sent = bodies.flatMap(({ properties = {} }) =>
        Object.keys(resolve(properties[name] ?? {}, schemas).properties ?? {}),
      );
      if (!shown || sent.every((inner) => inner in shown)) return [name];
      return Object.keys(shown).map((inner) => `${name}.${inner}`);
    })
    .sort();
}

// What an item has to have, and of what only the API can know, that which it knows from the start.
function givenMembers(
  { properties = {}, required = [] }: AnswerSchema,
  bodies: readonly AnswerSchema[],
  schemas: Schemas,
): Record<string, unknown> {
  const given = Object.entries(properties).flatMap(([name, schema]) => {
    const sendable = bodies.find((body) => body.properties?.[name])?.properties?.[name];
    const isRequired = required.includes(name);
    const own = !sendable && isGivenAtOnce(name, resolve(schema, schemas));
    if (!isRequired && !own) return [];
    return [[name, valueOf(name, { ...sendable, ...schema }, schemas)] as const];
  });
  return Object.fromEntries(given.sort(byFirst));
}

function isGivenAtOnce(name: string, { type, nullable, readOnly }: AnswerSchema): boolean {
  if (nullable === true || type === 'array' || type === 'object') return false;
  if (notAtFirst.includes(name)) return false;
  return readOnly === true || ['id', 'state', 'created-at'].includes(name);
}

function valueOf(name: string, schema: AnswerSchema, schemas: Schemas): unknown {
  const state = settled.find((one) => resolve(schema, schemas).enum?.includes(one));
  return values[name] ?? state ?? smallest(schema, schemas);
}

function firstPart(name: string): string {
  return name.replace(/\..*/, '');
}

/** The members of an item that an operation answers, alone or in a list. */
function itemAnswered(
  operation: AnsweringOperation | undefined,
  schemas: Schemas,
): Readonly<Record<string, AnswerSchema>> | undefined {
  const schema = operation?.responses['200']?.content?.['application/json']?.schema;
  if (!schema || schema.$ref === '#/components/schemas/operation') return undefined;
  const { properties = {} } = resolve(schema, schemas);
  const [only, ...others] = Object.values(properties);
  return only?.items && others.length === 0 ? resolve(only.items, schemas).properties : properties;
}

function answerOf(operation: AnsweringOperation | undefined, schemas: Schemas): AnswerSchema {
  return resolve(operation?.responses['200']?.content?.['application/json']?.schema ?? {}, schemas);
}

function bodyOf(operation: AnsweringOperation | undefined, schemas: Schemas): AnswerSchema {
  return resolve(operation?.requestBody?.content?.['application/json']?.schema ?? {}, schemas);
}

function byFirst(
  [a]: readonly [string, ...unknown[]],
  [b]: readonly [string, ...unknown[]],
): number {
  return a < b ? -1 : 1;
}
