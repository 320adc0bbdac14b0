import { vectors } from '@x/vectors';
import { expect, it } from 'vitest';

import { judgeOutcome } from '../../../parts/runtimes/judge-outcome.ts';
import type { Outcome } from '../../../parts/runtimes/judge-outcome.ts';

const names = ['pub-python-post', 'q-name-semicolon', 'p-caret'];
const chosen = vectors.filter(({ name }) => names.includes(name));

function headerOf(wanted: string): string {
  return vectors.find(({ name }) => name === wanted)?.expectedAuthorization ?? '';
}

function failed(outcome: Partial<Outcome>): readonly string[] {
  const entries = { entry: [] };
  return judgeOutcome('runtime', { escapesCaret: false, entries, ...outcome }, chosen)
    .filter(({ passed }) => !passed)
    .map(({ name }) => name);
}

const good = [
  { name: 'pub-python-post', authorization: headerOf('pub-python-post') },
  { name: 'q-name-semicolon', code: 'ERR_QUERY_NAME_UNSUPPORTED' },
];

it('takes the form of ^ that the URL parser of the runtime has', () => {
  const kept = { name: 'p-caret', authorization: headerOf('p-caret') };
  const escaped = { name: 'p-caret', authorization: headerOf('p-caret-encoded') };
  expect(failed({ entries: { entry: [...good, kept] } })).toEqual([]);
  expect(failed({ entries: { entry: [...good, escaped] }, escapesCaret: true })).toEqual([]);
  expect(failed({ entries: { entry: [...good, escaped] } })).toEqual(['runtime, entry: p-caret']);
});

it('fails what is missing, refused or signed otherwise', () => {
  expect(failed({})).toHaveLength(3);
  const swapped = good.map(({ name }) => ({ name, code: 'ERR_URL_INVALID' }));
  expect(failed({ entries: { entry: swapped } })).toHaveLength(3);
});
