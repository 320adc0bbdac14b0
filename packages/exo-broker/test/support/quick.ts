// Times of a broker for tests: what takes minutes takes moments.
import type { BrokerOptions } from '../../src/start/start-broker.ts';

export const quick: Partial<BrokerOptions> = {
  drainMs: 0,
  rateLimits: { perAddressAMinute: 1_000_000, perRepositoryAMinute: 1_000_000 },
  times: { pollMs: 25, confirmAfterMs: 200, shortestBackoffMs: 20, longestBackoffMs: 200 },
};
