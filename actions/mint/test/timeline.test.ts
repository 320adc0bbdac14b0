// What a timeline draws of a lease that ended at once; the scenarios have the others.
import { expect, it } from 'vitest';

import { timeline, type TimelineFacts } from '../src/timeline.ts';

const mintedAt = 1_795_000_000;
const facts: TimelineFacts = {
  record: { expiresAt: mintedAt + 900 },
  handedOut: { mintedAt, enforcedBy: 'server' },
  fate: 'revoked',
  endedAt: mintedAt,
};

// The runner's clock may even have been set back.
it.each([mintedAt, mintedAt - 5])('draws a bar that Mermaid does not drop: %i', (endedAt) => {
  expect(timeline({ ...facts, endedAt })).toContain(
    `  lived :done, ${mintedAt}000, ${mintedAt + 1}000`,
  );
});

it('draws no less than was lived', () => {
  expect(timeline({ ...facts, endedAt: mintedAt + 60 })).toContain(
    `  lived :done, ${mintedAt}000, ${mintedAt + 60}000`,
  );
});
