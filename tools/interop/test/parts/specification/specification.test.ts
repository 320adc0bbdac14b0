import { expect, it } from 'vitest';

import { readSpecification } from '../../../parts/specification/specification.ts';

it.each([
  [undefined, 'TOOL_MISSING'],
  ['/nowhere/openapi.json', 'SETUP_FAILED'],
  [import.meta.filename, 'SETUP_FAILED'],
])('without one, as with %s, nothing is judged', (file, code) => {
  expect(() => readSpecification(file)).toThrow(expect.objectContaining({ code }));
});
