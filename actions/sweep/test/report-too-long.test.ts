// More leases than GitHub takes in an output, all of a job that still runs.
import { expect, it } from 'vitest';

import { runningJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('leaves out of the report what GitHub would not take, and says so', () =>
  playSweep(async ({ github, seed, run }) => {
    const repository = 'r'.repeat(100);
    github.repositories.set(`octo/${repository}`, withAttempts({ jobs: [runningJob()] }));
    const numbers = Array.from({ length: 2200 }, (_, index) => index);
    await seed(...numbers.map((n) => ({ repository, random: `of${n}`, parts: 'role' as const })));
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs['kept']).toBe('2200');
    const { report = '' } = swept.outputs;
    expect(report.length).toBeLessThanOrEqual(400_000);
    expect(JSON.parse(report)).not.toHaveLength(2200);
    expect(swept.annotations).toMatchObject([
      { level: 'warning', title: 'The report is not complete' },
    ]);
  }));
