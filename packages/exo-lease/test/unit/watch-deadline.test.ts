// The warnings of a command that outlives its key.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { watchDeadline } from '../../src/child/watch-deadline.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['server', 'refused'],
  ['sweep', 'sweep'],
] as const)('tells when a tenth is left, and at the end: %s', (enforcedBy, named) => {
  const told: string[] = [];
  const options = { expiresAt: 1_000_600, ttlSeconds: 600, enforcedBy, now: Date.now };
  watchDeadline({ ...options, tell: (text) => told.push(text) });
  vi.advanceTimersByTime(539_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([expect.stringContaining('60 s')]);
  vi.advanceTimersByTime(60_000);
  expect(told[1]).toContain(named);
});

it('tells nothing once it is stopped', () => {
  const told: string[] = [];
  const options = { expiresAt: 1_000_600, ttlSeconds: 600, enforcedBy: 'server' as const };
  watchDeadline({ ...options, now: Date.now, tell: (text) => told.push(text) })();
  vi.advanceTimersByTime(900_000);
  expect(told).toEqual([]);
});

it('tells nothing at once of a deadline that is beyond the longest timer', () => {
  const told: string[] = [];
  const options = { expiresAt: 253_402_300_799, ttlSeconds: 600, enforcedBy: 'sweep' as const };
  watchDeadline({ ...options, now: Date.now, tell: (text) => told.push(text) });
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
});
