// A tag that does not exist, near one that does.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('names the nearest tag', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: '', tags: 'instances' } });
    expect(assertFailure(main, job)).toContain('"instance"');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/tag-unknown.txt');
  }));
