// What the fake GitHub knows of a repository, in as much as the actions ask for it.

export interface FakeJob {
  readonly id: number;
  /** `queued`, `in_progress`, `waiting`, `completed` and others. */
  readonly status: string;
  readonly conclusion?: string | null;
  /** ISO 8601. */
  readonly completedAt?: string | null;
}

export interface FakeAttempt {
  readonly jobs: readonly FakeJob[];
  /** Default `completed` when all its jobs are, else `in_progress`. */
  readonly status?: string | null;
  /** ISO 8601. Default the end of the job that ended last, else an hour ago. */
  readonly updatedAt?: string;
}

export interface FakeRepository {
  /** The token may read its runs (default), only that it exists, or not even that. */
  readonly access?: 'actions' | 'metadata' | 'none';
  /** The `owner/name` that it has now; whoever asks for the old one is redirected. */
  readonly movedTo?: string;
  /** By run id, the attempts in order from the first. */
  readonly runs?: Readonly<Record<string, readonly FakeAttempt[]>>;
}

export function statusOf({ status, jobs }: FakeAttempt): string | null {
  if (status !== undefined) return status;
  return jobs.every((job) => job.status === 'completed') ? 'completed' : 'in_progress';
}

export function updatedAtOf({ updatedAt, jobs }: FakeAttempt): string {
  const ends = jobs.flatMap(({ completedAt }) => completedAt ?? []).sort();
  return updatedAt ?? ends.at(-1) ?? new Date(Date.now() - 3_600_000).toISOString();
}
