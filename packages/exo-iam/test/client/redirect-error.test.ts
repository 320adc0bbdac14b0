import { describe, expect, it } from 'vitest';

import { connectionFailure } from '../../src/client/connection-failure.ts';
import { redirectError } from '../../src/client/redirect-error.ts';

const url = new URL('https://api-ch-gva-2.exoscale.com/v2/api-key');

function errorOf(status: number, method: string, location?: string): Error | undefined {
  const headers = new Headers(location === undefined ? {} : { location });
  const response = new Response(null, { status, headers });
  return redirectError({ operation: 'create-api-key', method, url, response });
}

describe('redirectError', () => {
  it.each([
    [301, 'POST', false],
    [302, 'POST', false],
    [303, 'POST', true],
    [303, 'DELETE', true],
    [303, 'GET', false],
    [307, 'POST', false],
    [308, 'POST', false],
  ])('takes %i of %s for uncertain: %s', (status, method, uncertain) => {
    const error = errorOf(status, method, 'https://login.example.com/?token=x');
    expect(error).toMatchObject({ code: 'ERR_ANSWER_UNREADABLE', status, uncertain });
    expect(error?.message).toContain('login.example.com');
    expect(error?.message).not.toContain('token');
  });

  it.each([undefined, 'https://['])('does without a usable place: %j', (location) => {
    expect(errorOf(302, 'GET', location)?.message).toContain('nowhere');
  });

  it.each([200, 304, 403])('is nothing for %i', (status) => {
    expect(errorOf(status, 'GET', 'https://login.example.com')).toBeUndefined();
  });
});

describe('connectionFailure, of an answer that was cut off', () => {
  it('does not say that the request could not be sent', () => {
    const cause = new TypeError('terminated');
    const { error } = connectionFailure({ operation: 'get-api-key', url, cause, answered: true });
    expect(error).toMatchObject({ code: 'ERR_UNREACHABLE', uncertain: true });
    expect(error.message).not.toContain('could not be sent');
  });
});
