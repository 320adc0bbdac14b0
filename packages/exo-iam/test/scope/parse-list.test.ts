import { describe, expect, it } from 'vitest';

import { parseList } from '../../src/scope/parse-list.ts';

describe('parseList', () => {
  it.each([
    ['', []],
    ['list-zones', ['list-zones']],
    ['list-zones, list-instances', ['list-zones', 'list-instances']],
    ['list-zones\nlist-instances\r\n', ['list-zones', 'list-instances']],
    [
      '# all reads\nlist-zones # public\n  list-instances,  get-instance',
      ['list-zones', 'list-instances', 'get-instance'],
    ],
    ['list-zones,,list-zones', ['list-zones']],
    ['sos/bucket:a#b', ['sos/bucket:a#b']],
    // What may look like the next line stays part of the entry, which is then unknown.
    ['a # b\u2028c', ['a # b\u2028c']],
  ])('%j is %j', (text, entries) => {
    expect(parseList(text)).toEqual(entries);
  });
});
