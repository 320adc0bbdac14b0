// What the portal shows beside a role that is made: whose it is.

// The API's limit. A job, its leg and a repository together can be longer.
const maxLength = 255;

interface Facts {
  readonly job: string;
  /** Of the matrix; the empty string without one. */
  readonly leg: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
}

export function roleDescription({ job, leg, repository, runId }: Facts): string {
  const where = `${job}${leg && ` (${leg})`}`;
  return `Made by ${where}, run ${runId} of ${repository}`.slice(0, maxLength);
}
