// Answers of GitHub's REST API, in its own words.

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string goes out as HTML. */
  readonly body: object | string;
}

function refuse(status: number, message: string, headers: Reply['headers'] = {}): Reply {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: `${status}` };
  return { status, body, headers };
}

const resetInAnHour = (): string => String(Math.floor(Date.now() / 1000) + 3600);
const slowDown = 'You have exceeded a secondary rate limit. Please wait a few minutes.';

/** What GitHub says when it does not do as it is asked. */
export const refusals = {
  badCredentials: (): Reply => refuse(401, 'Bad credentials'),
  notFound: (): Reply => refuse(404, 'Not Found'),
  notAccessible: (): Reply =>
    refuse(403, 'Resource not accessible by integration', {
      'x-accepted-github-permissions': 'actions=read',
    }),
  rateLimit: (): Reply =>
    refuse(403, 'API rate limit exceeded for installation ID 1234567.', {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': resetInAnHour(),
    }),
  secondaryRateLimit: (): Reply => refuse(403, slowDown, { 'retry-after': '60' }),
  tooManyRequests: (): Reply => refuse(429, slowDown, { 'retry-after': '60' }),
  serverError: (): Reply => ({ status: 502, body: '<html>\n<h1>Unicorn!</h1>\n</html>\n' }),
} as const;
