// Jobs as GitHub has them.
import type { FakeAttempt, FakeJob, FakeRepository } from '@x/action-harness';

/** The job of the harness, which minted the lease unless a scenario says otherwise. */
const jobId = 55512345678;

export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** A job that ended an hour ago. */
export function overJob(job: Partial<FakeJob> = {}): FakeJob {
  return { id: jobId, status: 'completed', completedAt: minutesAgo(60), ...job };
}

export function runningJob(job: Partial<FakeJob> = {}): FakeJob {
  return { id: jobId, status: 'in_progress', ...job };
}

/** A repository with the run of the harness and these attempts of it. */
export function withAttempts(...attempts: readonly FakeAttempt[]): FakeRepository {
  return { runs: { '1234567': attempts } };
}
