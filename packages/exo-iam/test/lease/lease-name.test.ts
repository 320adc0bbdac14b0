import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatLeaseName, parseLeaseName } from '../../src/lease/lease-name.ts';
import { identity } from '../support/lease-identity.ts';

const lease = { ...identity, deadline: 1795219200 };

describe('formatLeaseName', () => {
  it('holds everything there is to know', () => {
    expect(formatLeaseName(lease)).toBe(
      'exo-lease.1795219200.19876543210.1.55512345678.0a1b2c3d.x.exo-lease',
    );
  });

  it.each([
    ['an empty part', { jobId: '' }],
    ['a dot in a part that may hold none', { prefix: 'exo.lease' }],
    ['a space', { owner: 'x y' }],
    ['a slash', { repository: 'x/y' }],
    ['a quote', { prefix: "'" }],
    ['a fraction of a second', { deadline: 1.5 }],
    ['a date before 1970', { deadline: -1 }],
    ['more than 191 characters', { prefix: 'p'.repeat(140) }],
  ])('refuses %s', (_, part) => {
    expect(() => formatLeaseName({ ...lease, ...part })).toThrowError(
      expect.objectContaining({ code: 'ERR_NAME_INVALID', field: 'name-prefix' }),
    );
  });
});

describe('parseLeaseName', () => {
  it.each([
    '',
    'my-key',
    'sks-ccm-1795219200.1.1.1.1.x.y',
    'exo-lease.soon.1.1.1.1.x.y',
    'exo-lease.1795219200.1.1.1.1.x',
    'exo-lease.1795219200.1.1.1.1.x.y\n',
    `exo-lease.1795219200.1.1.1.1.x.${'y'.repeat(191)}`,
  ])('takes %j for no lease', (name) => {
    expect(parseLeaseName(name)).toBeUndefined();
  });

  it.each([undefined, null, 7, {}, ['exo-lease.1.1.1.1.1.x.y']])('takes %j for none', (name) => {
    expect(parseLeaseName(name)).toBeUndefined();
  });

  it('reads back what was written', () => {
    const part = fc.stringMatching(/^[\w-]{1,14}$/);
    const anyLease = fc.record({
      prefix: part,
      deadline: fc.nat(),
      runId: part,
      runAttempt: part,
      jobId: part,
      random: part,
      owner: part,
      repository: fc.stringMatching(/^[\w.-]{1,40}$/),
    });
    fc.assert(
      fc.property(anyLease, (each) => {
        expect(parseLeaseName(formatLeaseName(each))).toEqual(each);
      }),
    );
  });
});
