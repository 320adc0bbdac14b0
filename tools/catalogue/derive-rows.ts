// Reduces an OpenAPI specification to the facts that the catalogue keeps of each operation.

/** What is read of the specification, and no more. */
export interface Specification {
  readonly info: { readonly version: string };
  readonly tags: readonly { readonly name: string; readonly parent?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecifiedOperation>>>>;
}

interface SpecifiedOperation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, unknown>>;
}

/** `[name, method, path, service class, tags, flags]`; flags: `a` asynchronous, `?` class unconfirmed. */
export type OperationRow = readonly [string, string, string, string, string, string];

// Service classes by root tag. The specification does not name classes: `confirmed` ones are known
// from published policies and from the API's own refusals, the others follow the tag.
const classOfRootTag: Readonly<Record<string, { name: string; confirmed: boolean }>> = {
  'audit-trail': { name: 'audit-trail', confirmed: false },
  'block-storage': { name: 'compute', confirmed: true },
  ai: { name: 'ai', confirmed: false },
  compute: { name: 'compute', confirmed: true },
  dbaas: { name: 'dbaas', confirmed: true },
  dns: { name: 'dns', confirmed: true },
  general: { name: 'organization', confirmed: false },
  iam: { name: 'iam', confirmed: true },
  kms: { name: 'kms', confirmed: true },
  organization: { name: 'organization', confirmed: false },
  quotas: { name: 'compute', confirmed: true },
  sks: { name: 'compute', confirmed: true },
  sos: { name: 'sos', confirmed: true },
};

// Operations whose class is known, or better guessed, one by one.
const classOfOperation: Readonly<Record<string, { name: string; confirmed: boolean }>> = {
  'get-operation': { name: 'compute', confirmed: false },
  'get-organization': { name: 'organization', confirmed: true },
  'list-zones': { name: 'compute', confirmed: true },
};

/** One row per operation, sorted by name. */
export function deriveRows(specification: Specification): OperationRow[] {
  const parents = new Map(specification.tags.map((tag) => [tag.name, tag.parent]));
  const rows: OperationRow[] = [];
  for (const [path, methods] of Object.entries(specification.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const { operationId: name, tags = [], responses } = operation;
      const lineages = tags.map((tag) => lineage(tag, parents));
      const rootTag = lineages[0]?.at(-1) ?? '';
      const serviceClass = classOfOperation[name] ?? classOfRootTag[rootTag];
      if (!serviceClass) throw new Error(`No service class is known for ${name} (tag ${rootTag})`);
      const asynchronous = JSON.stringify(responses['200'] ?? {}).includes(
        '"#/components/schemas/operation"',
      );
      const flags = (asynchronous ? 'a' : '') + (serviceClass.confirmed ? '' : '?');
      const allTags = [...new Set(lineages.flat())].join(' ');
      rows.push([name, method.toUpperCase(), path, serviceClass.name, allTags, flags]);
    }
  }
  return rows.sort(([a], [b]) => (a < b ? -1 : 1));
}

function lineage(tag: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const chain = [tag];
  for (let up = parents.get(tag); up !== undefined; up = parents.get(up)) chain.push(up);
  return chain;
}
