// Who holds a lease, as the caller of `mint` describes it.

/** A job of a GitHub server: the lease ends with it. */
export interface GithubJob extends Omit<GithubRun, 'kind'> {
  readonly kind: 'github-job';
  /** GitHub's id of the job if it is all digits, else anything that tells jobs apart. */
  readonly jobId: string;
}

/** A whole attempt of a run, for a lease that several of its jobs use. */
export interface GithubRun {
  readonly kind: 'github-run';
  /** The server's address, such as `https://github.com`. Run and job ids are unique only within one server. */
  readonly server: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The repository's number, which survives a rename. */
  readonly repositoryId?: string | undefined;
  readonly runId: string;
  readonly runAttempt: string;
}

/** A job of another CI system. */
export interface CiJob {
  readonly kind: 'ci-job';
  /** The system's address, `https://gitlab.example.com` for example. */
  readonly issuer: string;
  readonly projectId: string;
  readonly pipelineId: string;
  readonly jobId: string;
  /** The project as people know it, `group/project`. */
  readonly project?: string | undefined;
}

/** A person's machine. */
export interface LocalHolder {
  readonly kind: 'local';
  readonly user: string;
  readonly machine: string;
}

/** Who holds a lease. */
export type Holder = GithubJob | GithubRun | CiJob | LocalHolder;

/** What `kind` can be. */
export const holderKinds: readonly unknown[] = ['github-job', 'github-run', 'ci-job', 'local'];
