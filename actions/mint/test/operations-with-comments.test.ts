// One a line or separated by commas, with comments and blanks.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('reads a list as people write it', () =>
  playScenario(action, async (job) => {
    const operations =
      '# what the report needs\r\nlist-zones, list-instances,\r\n\r\n  list-zones # again\r\n';
    const main = await job.main({ inputs: { operations } });
    expect(main.stdout).toContain('may     list-zones, list-instances (compute)');
    await job.post();
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/operations-with-comments.txt');
  }));
