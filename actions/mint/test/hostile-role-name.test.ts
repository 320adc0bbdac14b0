// A role that was given by its id, and whose name is Markdown: an image would tell who looks at it.
import { playScenario, type Job, type PhaseRun } from '@x/action-harness';
import { createIamRole } from '@x/exo-iam';
import { expect, it } from 'vitest';

import { administratorOf } from './support/administrator.ts';
import { mayListZones } from './support/policies.ts';

const action = new URL('..', import.meta.url);
const name = '![](https://example.com/x.png) <h1> | `';

async function mintBy(job: Job, input: 'role' | 'template'): Promise<PhaseRun> {
  const role = await createIamRole(administratorOf(job), { name, policy: mayListZones });
  const main = await job.main({
    inputs: { operations: input === 'role' ? '' : 'list-zones', [input]: role },
  });
  expect(main.exitCode).toBe(0);
  return main;
}

function linesOf({ summary }: PhaseRun): string[] {
  return summary.split('\n').filter((line) => line.includes('example.com'));
}

const escaped = String.raw`!\[\](https\://example.com/x.png) &lt;h1> \| \``;

it('is shown in the summary as it is', () =>
  playScenario(action, async (job) => {
    expect(linesOf(await mintBy(job, 'role'))).toEqual([
      `| may | what the role ${escaped} may |`,
      '| role | `![](https://example.com/x.png) <h1>    ` |',
    ]);
  }));

it('is shown in the notes as it is', () =>
  playScenario(action, async (job) => {
    expect(linesOf(await mintBy(job, 'template'))).toEqual([
      expect.stringContaining(`if role ${escaped} may do it too`),
    ]);
  }));
