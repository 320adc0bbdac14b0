// How long exec tries to revoke, on a clock that sleeping moves.
import { expect, it } from 'vitest';

import { keepTrying } from '../../src/lease/keep-trying.ts';

function setUp(takesMs: number): {
  readonly told: string[];
  readonly elapsedMs: () => number;
  readonly revoke: () => Promise<string>;
  readonly trying: Parameters<typeof keepTrying>[1];
} {
  let now = 1_000_000;
  const told: string[] = [];
  return {
    told,
    elapsedMs: () => now - 1_000_000,
    revoke: () => {
      now += takesMs;
      return Promise.reject(new Error('no network'));
    },
    trying: {
      signals: { redirect: () => {} },
      now: () => now,
      sleep: (durationMs) => {
        now += durationMs;
        return Promise.resolve();
      },
      tell: (text) => told.push(text),
    },
  };
}

it.each([100, 3000])('gives up after 60 seconds, when an attempt takes %d ms', async (takesMs) => {
  const { told, elapsedMs, revoke, trying } = setUp(takesMs);
  const leftBehind = new Error('left behind');
  const ending = { revoke, mayPass: () => true, leftBehind: () => leftBehind };
  await expect(keepTrying(ending, trying)).rejects.toBe(leftBehind);
  expect(told).toHaveLength(1);
  expect(elapsedMs()).toBeGreaterThan(54_000);
  expect(elapsedMs()).toBeLessThanOrEqual(63_000);
});

it('gives up at once on what does not pass', async () => {
  const { told, elapsedMs, revoke, trying } = setUp(100);
  const ending = { revoke, mayPass: () => false, leftBehind: () => new Error('left behind') };
  await expect(keepTrying(ending, trying)).rejects.toThrow('left behind');
  expect(told).toEqual([]);
  expect(elapsedMs()).toBe(100);
});

it('gives up on the second signal', async () => {
  const { revoke, trying } = setUp(100);
  let receive: (signal: NodeJS.Signals) => void = () => {};
  const signals = { redirect: (handler?: typeof receive) => (receive = handler ?? receive) };
  const sleep = (): Promise<void> => {
    receive('SIGINT');
    receive('SIGINT');
    return Promise.resolve();
  };
  const ending = { revoke, mayPass: () => true, leftBehind: () => new Error('left behind') };
  await expect(keepTrying(ending, { ...trying, signals, sleep })).rejects.toThrow('left behind');
});
