import { expect, it } from 'vitest';

import { toRevocation } from '../../src/lease/revocation.ts';

const name = 'exo-lease.1.0a.lo.me.laptop';
const common = { method: 'scoped-role', name, expiresAt: Date.UTC(2026, 10, 21) / 1000 } as const;
const named = { ...common, apiKey: 'EXO1' };

type Removed = Parameters<typeof toRevocation>[1];

it.each<[typeof common, Removed, string]>([
  [named, { key: 'deleted', role: 'deleted' }, 'Revoked EXO1 and deleted its role.'],
  [named, { key: 'deleted', role: 'gone' }, 'Revoked EXO1; its role is gone too.'],
  [named, { key: 'deleted', role: 'kept' }, 'Revoked EXO1.'],
  [common, { key: 'deleted', role: 'kept' }, `Revoked the key named ${name}.`],
  [named, { key: 'gone', role: 'deleted' }, 'The key EXO1 was already gone; deleted its role.'],
  [named, { key: 'gone', role: 'gone' }, 'The key EXO1 was already gone; its role is gone too.'],
  [named, { key: 'gone', role: 'kept' }, 'The key EXO1 was already gone.'],
  [common, { key: 'gone', role: 'kept' }, `No key is named ${name}.`],
  [
    named,
    { key: 'expires', role: 'kept' },
    'The key EXO1 cannot be revoked; the server ends it at 2026-11-21T00:00:00.000Z.',
  ],
  [
    common,
    { key: 'expires', role: 'kept' },
    'No session is known. If one exists, it ends at 2026-11-21T00:00:00.000Z at the latest.',
  ],
])('of %j, %j: %s', (record, removed, reason) => {
  const doubt = new Error('refused');
  const outcome = removed.key === 'deleted' ? 'revoked' : removed.key;
  expect(toRevocation(record, removed)).toEqual({ outcome, reason, ...removed });
  expect(toRevocation(record, { ...removed, doubt })).toMatchObject({ outcome, doubt });
});
