// Each refusal of GitHub's, and whether it concerns the token or one repository alone.
import { describe, expect, it } from 'vitest';

import { explainRefusal, isOfTheToken, responseOf } from '../src/explain-refusal.ts';

// Without a response, Octokit sets the status 500.
const unanswered = Object.assign(new Error('connect ECONNREFUSED'), { status: 500 });

const untrusted = Object.assign(new Error('self-signed certificate'), {
  status: 500,
  cause: Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('self-signed certificate'), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    }),
  }),
});

function refused(status: number, message = 'No', headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(message), { status, response: { status, headers } });
}

describe('isOfTheToken', () => {
  it.each([
    ['an invalid token', refused(401)],
    ['429', refused(429)],
    ['a quota that is used up', refused(403, 'No', { 'x-ratelimit-remaining': '0' })],
    ['a request to wait', refused(403, 'No', { 'retry-after': '60' })],
    ['a limit that is named', refused(403, 'You have exceeded a secondary rate limit')],
  ])('is true for %s', (_, error) => {
    expect(isOfTheToken(error)).toBe(true);
  });

  it.each([
    ['a missing permission', refused(403, 'Resource not accessible by integration')],
    ['what is not found', refused(404, 'Not Found', { 'x-ratelimit-remaining': '0' })],
    ['a server in trouble', refused(503)],
    ['no answer', unanswered],
    ['anything else', 'thrown'],
  ])('is false for %s', (_, error) => {
    expect(isOfTheToken(error)).toBe(false);
  });
});

describe('explainRefusal', () => {
  it.each<{ error: unknown; status?: number; advice: string }>([
    { error: refused(401), status: 401, advice: 'check github-token' },
    { error: refused(403), status: 403, advice: 'actions: read' },
    { error: refused(404), status: 404, advice: 'actions: read' },
    { error: refused(429), status: 429, advice: 'limits how fast' },
    { error: refused(500), status: 500, advice: 'Sweep again later' },
    { error: refused(418), status: 418, advice: 'GITHUB_API_URL' },
    { error: untrusted, advice: 'NODE_EXTRA_CA_CERTS' },
    { error: unanswered, advice: 'ECONNREFUSED). Sweep again later' },
    { error: 'thrown', advice: 'thrown' },
  ])('gives the status $status and advice: $advice', ({ error, status, advice }) => {
    const explained = explainRefusal(error, 'octo/site');
    expect(explained).toMatchObject({ code: 'ERR_JOB_UNKNOWN', status, cause: error });
    expect(explained.message).toContain('octo/site');
    expect(explained.message).toContain(advice);
  });

  it('says until when the quota is used up, where GitHub does', () => {
    const used = { 'x-ratelimit-remaining': '0' };
    const until = { ...used, 'x-ratelimit-reset': '1790000000' };
    const { message } = explainRefusal(refused(403, 'No', until), 'octo/site');
    expect(message).toContain('used up until 2026-09-21T14:13:20.000Z;');
    expect(explainRefusal(refused(403, 'No', used), 'o/r').message).toContain('used up; sweep');
  });

  it('keeps pages, line breaks and long texts out of the log', () => {
    expect(explainRefusal(refused(502, '\n<html>'), 'o/r').message).toContain('a page of HTML');
    const { message } = explainRefusal(
      refused(500, `a\r\n::error::b\u0007${'c'.repeat(999)}`),
      'o/r',
    );
    expect(message).toContain('(500: a ::error::b c');
    expect(message).not.toMatch(/\p{Cc}|c{300}/u);
  });
});

describe('responseOf', () => {
  it('is nothing without an answer', () => {
    expect(responseOf(unanswered)).toBeUndefined();
    expect(responseOf(new Error('other'))).toBeUndefined();
    expect(responseOf(refused(404))).toMatchObject({ status: 404 });
  });
});
