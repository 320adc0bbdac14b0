// The catalogue as objects, unpacked once from the generated rows.
import { operationRows } from './generated/operation-rows.ts';
import type { HttpMethod, Operation } from './operation.ts';

/** Every operation of the official specification, sorted by name. */
export const operations: readonly Operation[] = /* @__PURE__ */ readRows();

function readRows(): Operation[] {
  const found: Operation[] = [];
  let serviceClass = '';
  let tags: readonly string[] = [];
  for (const line of operationRows.trimEnd().split('\n')) {
    const [name = '', method = '', path = '', flags = ''] = line.split(' ');
    if (name === '#') {
      [, serviceClass = '', ...tags] = line.split(' ');
      continue;
    }
    found.push({
      name,
      method: method as HttpMethod,
      path,
      serviceClass,
      serviceClassConfirmed: !flags.includes('?'),
      tags,
      asynchronous: flags.includes('a'),
      access: method === 'GET' || /^(?:get|list)-/.test(name) ? 'read' : 'write',
    });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
