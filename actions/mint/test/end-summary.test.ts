// When a narrower scope is suggested; the scenarios have the rest of the summary.
import type { UsageReport } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { endSummary } from '../src/end-summary.ts';

function summaryOf(suggestion: readonly string[], complete: boolean, byName = true): string {
  const granted = ['create-instance', 'delete-instance'];
  const usage: UsageReport = {
    name: 'n',
    granted,
    used: [],
    denied: [],
    unused: granted,
    reads: [],
    uncatalogued: [],
    suggestion,
    complete,
    failures: [],
    note: 'noted',
  };
  const record = {
    method: 'scoped-role',
    phase: 'made',
    name: 'n',
    expiresAt: 1_795_000_900,
  } as const;
  const end = { fate: 'revoked', endedAt: 1_795_000_000 } as const;
  const handedOut = {
    mintedAt: 1,
    enforcedBy: 'server',
    operations: granted,
    byName,
    exported: {},
  } as const;
  return endSummary({ record, ...end, handedOut, usage });
}

const words = 'These operations would have been enough';

it('suggests what would have been enough', () => {
  expect(summaryOf(['create-instance'], true)).toContain(words);
});

it('does not suggest to replace a tag by a list', () => {
  expect(summaryOf(['create-instance'], true, false)).not.toContain(words);
});

it.each([
  ['an empty list, which is not a scope', [], true],
  ['all that was granted', ['create-instance', 'delete-instance'], true],
  ['anything from a part of the trail', ['create-instance'], false],
] as const)('does not suggest %s', (_, suggestion, complete) => {
  expect(summaryOf(suggestion, complete)).not.toContain(words);
});
