import { expect, it } from 'vitest';

import { parseEntries } from '../src/command-files.ts';

it('keeps the last entry of a name', () => {
  expect(parseEntries('a=1\nb<<END\n1\n2\nEND\na=2\n')).toEqual({ a: '2', b: '1\n2' });
});
