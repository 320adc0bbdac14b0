// The operations on legacy access keys, which left the specification in June 2024. Their schemas are
// still in it, unused, so what they answer can be validated all the same.
import type { Schema, Specification, SpecifiedOperation } from './specification.ts';

const accessKey: Schema = { $ref: '#/components/schemas/access-key' };
const operation: Schema = { $ref: '#/components/schemas/operation' };
const key = { in: 'path', name: 'key', required: true, schema: { type: 'string' } } as const;

const knownOperations = listOf('access-key-operations', {
  $ref: '#/components/schemas/access-key-operation',
});

const operations: readonly SpecifiedOperation[] = [
  {
    ...row('create-access-key POST', '/access-key', accessKey),
    body: accessKey,
  },
  row('list-access-keys GET', '/access-key', listOf('access-keys', accessKey)),
  { ...row('get-access-key GET', '/access-key/{key}', accessKey), parameters: [key] },
  { ...row('revoke-access-key DELETE', '/access-key/{key}', operation), parameters: [key] },
  row('list-access-key-known-operations GET', '/access-key-known-operations', knownOperations),
  row('list-access-key-operations GET', '/access-key-operations', knownOperations),
];

export function withLegacyOperations(specification: Specification): Specification {
  const { schemas } = specification;
  return {
    schemas,
    operations: new Map([
      ...specification.operations,
      ...operations.map((one) => [one.name, one] as const),
    ]),
  };
}

function row(call: string, path: string, answer: Schema): SpecifiedOperation {
  const [name = '', method = ''] = call.split(' ');
  return { name, method, path, parameters: [], body: undefined, answers: new Map([[200, answer]]) };
}

function listOf(name: string, items: Schema): Schema {
  return { type: 'object', properties: { [name]: { type: 'array', items } } };
}
