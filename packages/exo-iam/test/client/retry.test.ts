import { describe, expect, it } from 'vitest';

import { isRetryable, retryDelayMs } from '../../src/client/retry.ts';

const clock = { now: Date.UTC(2026, 10, 21), random: 0.5 };

describe('isRetryable', () => {
  it.each([undefined, 408, 429, 500, 502, 503, 504])(
    'repeats an idempotent request after %s',
    (status) => {
      const failure = status === undefined ? {} : { status };
      expect(isRetryable(failure, { idempotent: true })).toBe(true);
    },
  );

  it.each([200, 400, 401, 403, 404, 409, 501])('does not repeat anything after %s', (status) => {
    expect(isRetryable({ status }, { idempotent: true })).toBe(false);
    expect(isRetryable({ status }, { idempotent: false })).toBe(false);
  });

  it.each([{}, { status: 408 }, { status: 500 }, { status: 503 }, { status: 502 }])(
    'does not repeat a POST after %j, which may have had its effect',
    (failure) => {
      expect(isRetryable(failure, { idempotent: false })).toBe(false);
    },
  );

  it.each([{ status: 429 }, { notSent: true }])(
    'repeats a POST after %j, which had no effect',
    (failure) => {
      expect(isRetryable(failure, { idempotent: false })).toBe(true);
    },
  );

  it.each([{ status: 503 }, { notSent: true }, { status: 429 }])(
    'does not repeat after %j what would fail again',
    (failure) => {
      const permanent = { ...failure, permanent: true };
      expect(isRetryable(permanent, { idempotent: true })).toBe(false);
      expect(isRetryable(permanent, { idempotent: false })).toBe(false);
    },
  );
});

describe('retryDelayMs', () => {
  it.each([
    [0, 100],
    [1, 200],
    [3, 800],
    [10, 2500],
    [2000, 2500],
  ])('after attempt %i waits at most %i ms on average', (attempt, ms) => {
    expect(retryDelayMs({}, attempt, clock)).toBe(ms);
  });

  it.each([
    ['7', 7000],
    ['0', 100],
    [new Date(clock.now + 3000).toUTCString(), 3000],
    [new Date(clock.now - 3000).toUTCString(), 100],
  ])('waits as long as Retry-After says, or longer: %s', (retryAfter, ms) => {
    expect(retryDelayMs({ retryAfter }, 0, clock)).toBe(ms);
  });

  it.each(['soon', '', null])('ignores a Retry-After of %j', (retryAfter) => {
    expect(retryDelayMs({ retryAfter }, 0, clock)).toBe(100);
  });
});
