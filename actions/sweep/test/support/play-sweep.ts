// A scenario of the sweep: an organization with leases, a GitHub with jobs, and one step.
import {
  openFakeGitHub,
  playScenario,
  type FakeGitHub,
  type Job,
  type PhaseOptions,
  type PhaseRun,
  type ScenarioOptions,
} from '@x/action-harness';

import { seedLeases, type LeaseSeed, type SeededLease } from './seed-leases.ts';

/** The token that the harness gives to a job. */
const token = 'ghs_TheTokenOfTheJob';

export interface Sweep {
  readonly job: Job;
  readonly github: FakeGitHub;
  /** Leases that a job minted, by default that of the harness: `octo/site`, run 1234567, attempt 1. */
  readonly seed: (...seeds: readonly LeaseSeed[]) => Promise<SeededLease[]>;
  readonly run: (options?: PhaseOptions) => Promise<PhaseRun>;
  /** The outcomes of the report, by the random part of the name. */
  readonly outcomes: (run: PhaseRun) => Record<string, string>;
  /** Everything so far, in an order that does not depend on which answer came first. */
  readonly story: () => string;
}

export async function playSweep(
  play: (sweep: Sweep) => Promise<void>,
  options: ScenarioOptions & { readonly quota?: number | null } = {},
): Promise<void> {
  const { quota = 1000, ...rest } = options;
  const github = await openFakeGitHub({ token, quota });
  const action = new URL('../..', import.meta.url);
  const playJob = (job: Job): Promise<void> =>
    play({
      job,
      github,
      seed: (...seeds) => seedLeases(job.simulator, seeds),
      run: (phase = {}) =>
        job.main({ ...phase, env: { GITHUB_API_URL: github.url, ...phase.env } }),
      outcomes(run) {
        const report = JSON.parse(run.outputs['report'] ?? '[]') as Reported[];
        return Object.fromEntries(
          report.map(({ name, outcome }) => [name.split('.')[2] ?? '', outcome]),
        );
      },
      story: () =>
        inOrder(
          [job.transcript(), '== asked of GitHub', '', ...indent(github.requests), ''].join('\n'),
        ),
    });
  try {
    await playScenario(action, playJob, rest);
  } finally {
    await github.close();
  }
}

interface Reported {
  readonly name: string;
  readonly outcome: string;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

// Requests and lines about single leases are concurrent.
function inOrder(story: string): string {
  return story.replace(/(?:^ {2}(?:GET|POST|DELETE|revoked|due|failed) .*\n)+/gm, (lines) =>
    lines
      .split(/(?<=\n)/)
      .sort()
      .join(''),
  );
}
