import { expect, it } from 'vitest';

import { toRevocation } from '../../src/lease/revocation.ts';

const name = 'exo-lease.1.0a.lo.me.laptop';
const common = { method: 'scoped-role', name, expiresAt: Date.UTC(2026, 10, 21) / 1000 } as const;
const named = { ...common, apiKey: 'EXO1' };

type Removed = Parameters<typeof toRevocation>[1];

it.each<[typeof common, Removed, string, string]>([
  [named, { key: 'deleted', role: 'deleted' }, 'revoked', 'Revoked EXO1 and deleted its role.'],
  [named, { key: 'deleted', role: 'gone' }, 'revoked', 'Revoked EXO1; its role is gone too.'],
  [named, { key: 'deleted', role: 'kept' }, 'revoked', 'Revoked EXO1.'],
  [common, { key: 'deleted', role: 'kept' }, 'revoked', `Revoked the key named ${name}.`],
  [
    named,
    { key: 'gone', role: 'deleted' },
    'gone',
    'The key EXO1 was already gone; deleted its role.',
  ],
  [
    named,
    { key: 'gone', role: 'gone' },
    'gone',
    'The key EXO1 was already gone; its role is gone too.',
  ],
  [named, { key: 'gone', role: 'kept' }, 'gone', 'The key EXO1 was already gone.'],
  [common, { key: 'gone', role: 'kept' }, 'gone', `No key is named ${name}.`],
  [
    named,
    { key: 'expires', role: 'kept' },
    'expires',
    'The key EXO1 cannot be revoked; the server ends it at 2026-11-21T00:00:00.000Z.',
  ],
  [
    common,
    { key: 'expires', role: 'kept' },
    'expires',
    'No session is known. If one exists, it ends at 2026-11-21T00:00:00.000Z at the latest.',
  ],
])('of %j, %j: %s, in words', (record, removed, outcome, reason) => {
  const doubt = new Error('refused');
  expect(toRevocation(record, removed)).toEqual({ outcome, reason, ...removed });
  expect(toRevocation(record, { ...removed, doubt })).toMatchObject({ outcome, doubt });
});
