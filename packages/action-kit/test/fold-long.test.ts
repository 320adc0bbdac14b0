// What is folded in a job summary.
import { expect, it } from 'vitest';

import { foldLong } from '../src/fold-long.ts';

function table(rows: number): string[] {
  return ['| a |', '| --- |', ...Array.from({ length: rows }, (_, row) => `| ${row} |`)];
}

it('leaves a table of ten rows as it is', () => {
  expect(foldLong('Rows', table(10))).toEqual(table(10));
});

it('folds a longer one, apart from the tags by empty lines', () => {
  const folded = foldLong('Rows', table(11));
  const tags = ['<details>', '<summary>Rows</summary>', '', '', '</details>'];
  expect(folded).toEqual([...tags.slice(0, 3), ...table(11), ...tags.slice(3)]);
});
