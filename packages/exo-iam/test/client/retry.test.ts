import { describe, expect, it } from 'vitest';

import { isRetryable, retryDelayMs } from '../../src/client/retry.ts';

const clock = { now: Date.UTC(2026, 10, 21), random: 0.5 };

describe('isRetryable', () => {
  const first = { attempt: 0 };

  it.each([undefined, 408, 429, 500, 502, 503, 504])(
    'repeats an idempotent request after %s',
    (status) => {
      const failure = status === undefined ? {} : { status };
      expect(isRetryable(failure, { ...first, idempotent: true })).toBe(true);
    },
  );

  it.each([200, 400, 401, 403, 404, 409, 501])('does not repeat anything after %s', (status) => {
    expect(isRetryable({ status }, { ...first, idempotent: true })).toBe(false);
    expect(isRetryable({ status }, { ...first, idempotent: false })).toBe(false);
  });

  it.each([{}, { status: 408 }, { status: 500 }, { status: 503 }, { systemCode: 'ECONNRESET' }])(
    'does not repeat a POST after %j, which may have had its effect',
    (failure) => {
      expect(isRetryable(failure, { ...first, idempotent: false })).toBe(false);
    },
  );

  it.each([
    { status: 429 },
    { systemCode: 'ECONNREFUSED' },
    { systemCode: 'ENOTFOUND' },
    { systemCode: 'EAI_AGAIN' },
  ])('repeats a POST after %j, which had no effect', (failure) => {
    expect(isRetryable(failure, { ...first, idempotent: false })).toBe(true);
  });

  it('stops after five attempts', () => {
    expect(isRetryable({ status: 503 }, { attempt: 3, idempotent: true })).toBe(true);
    expect(isRetryable({ status: 503 }, { attempt: 4, idempotent: true })).toBe(false);
  });
});

describe('retryDelayMs', () => {
  it.each([
    [0, 100],
    [1, 200],
    [3, 800],
  ])('after attempt %i waits at most %i ms on average', (attempt, ms) => {
    expect(retryDelayMs({}, attempt, clock)).toBe(ms);
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    [new Date(clock.now + 3000).toUTCString(), 3000],
    [new Date(clock.now - 3000).toUTCString(), 0],
  ])('does what Retry-After says: %s', (retryAfter, ms) => {
    expect(retryDelayMs({ retryAfter }, 0, clock)).toBe(ms);
  });

  it.each(['soon', '', null])('ignores a Retry-After of %j', (retryAfter) => {
    expect(retryDelayMs({ retryAfter }, 0, clock)).toBe(100);
  });
});
