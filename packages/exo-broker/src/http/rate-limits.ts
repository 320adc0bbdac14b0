// Limits the requests of an address, and those of a repository once its token is verified.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { BrokerError } from '../errors.ts';
import { networkOf } from './network-of.ts';

/** How many requests a minute are answered. More get the status 429. */
export interface RateLimitSettings {
  readonly perAddressAMinute: number;
  readonly perRepositoryAMinute: number;
}

/** GitHub's hosted runners share addresses, so an address gets more than a repository. */
const defaultRateLimits: RateLimitSettings = {
  perAddressAMinute: 600,
  perRepositoryAMinute: 120,
};

export interface RateLimits {
  /** @throws {BrokerError} `ERR_RATE_LIMITED`. */
  address(address: string): Promise<void>;
  /** @throws {BrokerError} `ERR_RATE_LIMITED`. */
  repository(repository: string): Promise<void>;
}

export function createRateLimits(settings: RateLimitSettings = defaultRateLimits): RateLimits {
  const addresses = new RateLimiterMemory({ points: settings.perAddressAMinute, duration: 60 });
  const repositories = new RateLimiterMemory({
    points: settings.perRepositoryAMinute,
    duration: 60,
  });
  const consume = async (limiter: RateLimiterMemory, key: string): Promise<void> => {
    try {
      await limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const retryAfterSeconds = Math.ceil(error.msBeforeNext / 1000);
      throw new BrokerError(
        'ERR_RATE_LIMITED',
        `Too many requests. Try again in ${retryAfterSeconds} seconds.`,
        { retryAfterSeconds },
      );
    }
  };
  return {
    address: (address) => consume(addresses, networkOf(address)),
    repository: (repository) => consume(repositories, repository),
  };
}
