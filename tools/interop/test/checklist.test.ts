import { describe, expect, it } from 'vitest';

import { Checklist } from '../src/checklist.ts';

describe('Checklist', () => {
  it('keeps what was seen of what failed alone', () => {
    const list = new Checklist();
    list.equal('same', { a: [1] }, { a: [1] });
    list.equal('other', { a: [1] }, { a: [2] });
    list.match('text', 'EXO1', /^EXO/);
    list.match('no text', undefined, /undefined/);
    list.holds('true', true, 'seen');
    list.holds('false', false, 'seen');
    list.holds('false, unseen', false);
    expect(list.checks).toEqual([
      { name: 'same', passed: true },
      { name: 'other', passed: false, detail: 'expected { a: [ 2 ] }\n     got { a: [ 1 ] }' },
      { name: 'text', passed: true },
      { name: 'no text', passed: false, detail: 'expected /undefined/\n     got undefined' },
      { name: 'true', passed: true },
      { name: 'false', passed: false, detail: "got 'seen'" },
      { name: 'false, unseen', passed: false },
    ]);
  });
});
