// Keys and refusals that are Markdown: a link in a summary would be one of ours.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('shows the texts of the API in the summary as they are', () =>
  playSweep(async ({ job, seed, run }) => {
    const [lease] = await seed({ deadlineIn: -600 });
    const { faults } = job.simulator;
    const key = 'EXO`|\n\n# [Approve](https://example.com)';
    const listed = { 'api-keys': [{ name: lease?.name, key, 'role-id': lease?.roleId }] };
    faults.add({ operation: 'list-api-keys', respond: { status: 200, body: listed } });
    const message = '[Log in](https://example.com) ![](https://example.com/x.png)';
    faults.add({
      operation: 'delete-api-key',
      times: Infinity,
      respond: { status: 403, body: { message } },
    });
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    const rows = swept.summary.split('\n').filter((row) => row.includes('example.com'));
    expect(rows).toHaveLength(1);
    const [, outcome, shownKey, , , why] = rows[0]?.split(/(?<!\\)\|/) ?? [];
    expect(outcome).toBe(' failed ');
    expect(shownKey).toBe(' `EXO   # [Approve](https://example.com)` ');
    expect(why).toContain(String.raw`\[Log in\](https\://example.com) !\[\](https\://`);
  }));
