import { expect, it } from 'vitest';

import { randomRequests } from '../../../parts/signatures/random-requests.ts';

it('is the same for a seed, and another for another', () => {
  expect(randomRequests(50, 1)).toEqual(randomRequests(50, 1));
  expect(randomRequests(50, 1)).not.toEqual(randomRequests(50, 2));
});

it('holds what can be sent', () => {
  for (const { url } of randomRequests(500, 3)) {
    expect(new URL(url).pathname.startsWith('/v2/')).toBe(true);
  }
});
