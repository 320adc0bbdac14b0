// Inputs that cannot be meant: each is refused before any request, with a message that says what to do.
import { assertFailure } from '@x/action-harness';
import { describe, expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

const refusals = [
  ['grace', 'a while'],
  ['grace', '25h'],
  ['grace', ''],
  ['max-keys', 'all'],
  ['max-keys', '-1'],
  ['max-keys', ''],
  ['name-prefix', ''],
  ['name-prefix', 'exo.lease'],
  ['dry-run', 'yes'],
  ['legacy', 'no'],
  ['all', ''],
  ['all', 'all'],
  ['repository', 'octo/site'],
  ['run-id', '1234567'],
  // An expression that names no secret gives an empty token.
  ['github-token', ''],
] as const;

// In order also when the tests of a file are shuffled: the last one compares what the others collect.
describe('sweep', { shuffle: false }, () => {
  const stories: string[] = [];

  it.each(refusals)('refuses the %s %j', (name, value) =>
    playSweep(async ({ job, github, seed, run, story }) => {
      await seed({});
      const swept = await run({ inputs: { [name]: value } });
      expect(assertFailure(swept, { leftovers: () => [] })).toContain(`${name} `);
      expect([...swept.requests, ...github.requests]).toEqual([]);
      expect(job.leftovers()).toHaveLength(2);
      stories.push(`# ${name}: ${JSON.stringify(value)}\n\n${story()}`);
    }),
  );

  it('says what to do', () =>
    expect(stories.join('\n')).toMatchFileSnapshot('snapshots/refused-inputs.txt'));
});
