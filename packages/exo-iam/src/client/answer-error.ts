// Turns a failed response into a coded error. Only the text tells one 403 from another.
import { ExoIamError, type ExoIamErrorCode } from '../errors.ts';
import { cleanText } from './clean-text.ts';

export interface Answer {
  readonly operation: string;
  readonly status: number;
  /** The body's text. */
  readonly text: string;
  /** The answer's `Date`, if it had one. */
  readonly date: string | null;
  /** The local clock when the answer came, in milliseconds. */
  readonly now: number;
}

// Requests are signed for 600 s (docs/signing.md section 5). A smaller difference between the clocks does
// not explain a refused signature.
const toleratedSkewMs = 590_000;

/** The error for an answer outside 2xx. */
export function answerError(answer: Answer): ExoIamError {
  const { operation, status, now } = answer;
  const body = objectOf(answer.text);
  const said = messageOf(answer.text, body);
  const skewMs = answer.date === null ? 0 : Date.parse(answer.date) - now;
  const { code, advice, serviceClass } =
    status === 404 && !body ? notTheApi : diagnose(answer, { said, skewMs });
  return new ExoIamError(code, `${operation} returned ${status}: ${said}. ${advice}`, {
    status,
    operation,
    uncertain: status >= 500 || code === 'ERR_ANSWER_UNREADABLE',
    ...(serviceClass !== undefined && { serviceClass }),
  });
}

interface Diagnosis {
  readonly code: ExoIamErrorCode;
  readonly advice: string;
  readonly serviceClass?: string;
}

function diagnose(
  { operation, status }: Answer,
  { said, skewMs }: { readonly said: string; readonly skewMs: number },
): Diagnosis {
  if (status === 401 || status === 403) return diagnoseRefusal(said, skewMs);
  if (status === 404) return { code: 'ERR_NOT_FOUND', advice: adviceOnMissing(operation) };
  if (status === 409) return { code: 'ERR_CONFLICT', advice: inUse };
  if (status === 429) return { code: 'ERR_RATE_LIMITED', advice: 'Try again later.' };
  if (status >= 500)
    return { code: 'ERR_SERVER', advice: 'The API has a problem; try again later.' };
  if (status >= 400) return { code: 'ERR_REQUEST_REFUSED', advice: 'Change the request.' };
  return notTheApi;
}

const inUse = 'Something else is using it; remove that first, or try again later.';

function adviceOnMissing(operation: string): string {
  if (operation.startsWith('list-')) return 'Expected a list; check the endpoint.';
  if (/^(?:get|delete|revoke|update|reset)-/.test(operation)) return 'It may already be gone.';
  return 'What the request names does not exist, or this endpoint does not know the operation; check both.';
}

// A 404 of the API is a JSON object. Any other 404, such as a page, a line of text or an empty body, comes
// from a load balancer or a proxy and does not mean that the item is gone.
const notTheApi: Diagnosis = {
  code: 'ERR_ANSWER_UNREADABLE',
  advice: 'Expected an Exoscale API; check the endpoint.',
};

function isMarkup(text: string): boolean {
  return /^\s*</.test(text);
}

function diagnoseRefusal(said: string, skewMs: number): Diagnosis {
  const denied = /Forbidden by (?:role|organization) policy for ([\w-]+)/i.exec(said);
  if (denied?.[1] !== undefined) {
    const [, serviceClass] = denied;
    const advice = `The key is valid, but its policy does not allow this in class ${serviceClass}; extend the policy of its role.`;
    return { code: 'ERR_POLICY_DENIED', advice, serviceClass };
  }
  if (/not in organization/i.test(said)) {
    return {
      code: 'ERR_NOT_IN_ORGANIZATION',
      advice:
        'It is already gone, or belongs to another organization; check which one the key is of.',
    };
  }
  if (Math.abs(skewMs) > toleratedSkewMs) {
    const minutes = Math.round(Math.abs(skewMs) / 60_000);
    const advice = `This machine's clock is ${minutes} minutes ${skewMs > 0 ? 'behind' : 'ahead of'} the server's, so its signatures are outside their period of validity; correct the clock.`;
    return { code: 'ERR_CLOCK_SKEW', advice };
  }
  if (/signature/i.test(said)) {
    const advice =
      'Expected a key that exists and the secret that belongs to it; check both, and remove any line break at the end.';
    return { code: 'ERR_SIGNATURE_REFUSED', advice };
  }
  return { code: 'ERR_FORBIDDEN', advice: 'Check that the key exists and what its role allows.' };
}

/**
 * What the API said, from `message`, `error`, `detail`, `title` and `errors` (RFC 9457), or the text
 * itself if it is short and not markup.
 */
function messageOf(text: string, body: Record<string, unknown> | undefined): string {
  const parts = body ? partsOf(body) : [];
  const said = parts.join('; ') || (isMarkup(text) ? 'an HTML page' : text.trim());
  return cleanText(said) || 'nothing';
}

function partsOf(body: Record<string, unknown>): string[] {
  const main = [body['message'], body['error'], body['detail'], body['title']].find(isText);
  const errors = Array.isArray(body['errors']) ? body['errors'] : [];
  const details = errors.map((each: unknown) => (isObject(each) ? each['detail'] : each));
  return [main, ...details].filter(isText);
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) && !Array.isArray(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
