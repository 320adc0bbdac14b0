// The catalogue as objects, unpacked once from the generated rows.
import { operationRows } from './generated/operation-rows.ts';
import type { Operation } from './operation.ts';

/** Every operation of the official specification, sorted by name. */
export const operations: readonly Operation[] = /* @__PURE__ */ operationRows.map(
  ([name, method, path, serviceClass, tags, flags]) => ({
    name,
    method,
    path,
    serviceClass,
    serviceClassConfirmed: !flags.includes('?'),
    tags: tags.split(' '),
    asynchronous: flags.includes('a'),
    access: method === 'GET' || /^(?:get|list)-/.test(name) ? 'read' : 'write',
  }),
);
