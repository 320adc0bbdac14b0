// The template was deleted.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('says that the template does not exist', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      inputs: { operations: '', template: 'EXO0123456789abcdef01234567' },
    });
    assertFailure(main, job);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/template-gone.txt');
  }));
