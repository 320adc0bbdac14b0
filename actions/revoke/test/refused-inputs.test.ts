// Inputs that cannot be meant: each is refused before any request, with a message that says what to do.
import { assertFailure, playScenario, type PhaseOptions } from '@x/action-harness';
import { describe, expect, it } from 'vitest';

import { name } from './support/seed-lease.ts';

interface Refusal extends Required<Pick<PhaseOptions, 'inputs'>> {
  readonly what: string;
  /** Part of the message. */
  readonly says: string;
}

const action = new URL('..', import.meta.url);

const refusals: readonly Refusal[] = [
  // The output of a step that did not run, or one that GitHub dropped, is empty.
  { what: 'an empty key', inputs: { key: '' }, says: 'it drops a job output' },
  // YAML 1.2 knows true and false.
  { what: 'a boolean that is yes', inputs: { key: name, legacy: 'yes' }, says: 'legacy is "yes"' },
  {
    what: 'an empty api-secret',
    inputs: { 'api-secret': '', key: name },
    says: 'api-secret is empty',
  },
];

// In order also when the tests of a file are shuffled: the last one compares what the others collect.
describe('revoke', { shuffle: false }, () => {
  const stories: string[] = [];

  it.each(refusals)('refuses $what', ({ what, inputs, says }) =>
    playScenario(action, async (job) => {
      const main = await job.main({ inputs });
      expect(assertFailure(main, job)).toContain(says);
      expect(main.requests).toEqual([]);
      stories.push(`# ${what}\n\n${job.transcript()}`);
    }),
  );

  it('says what to do', () =>
    expect(stories.join('\n')).toMatchFileSnapshot('snapshots/refused-inputs.txt'));
});
