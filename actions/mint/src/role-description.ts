// What the portal shows beside a role that is made: whose it is.

// The API's limit. A job, its leg and a repository together can be longer.
const longest = 255;

interface Facts {
  readonly job: string;
  /** Of the matrix; the empty string without one. */
  readonly leg: string;
  readonly owner: string;
  readonly repository: string;
  readonly runId: string;
}

export function roleDescription({ job, leg, owner, repository, runId }: Facts): string {
  const where = `${job}${leg && ` (${leg})`}`;
  return `Made by ${where}, run ${runId} of ${owner}/${repository}`.slice(0, longest);
}
