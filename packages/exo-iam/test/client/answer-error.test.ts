import { describe, expect, it } from 'vitest';

import { answerError } from '../../src/client/answer-error.ts';

const now = Date.UTC(2026, 10, 21);
const answer = { operation: 'list-api-keys', status: 403, text: '', date: null, now };

describe('answerError', () => {
  it.each([
    [403, '{"message":"Invalid request signature"}', 'ERR_SIGNATURE_REFUSED'],
    [401, '{"message":"Invalid request signature"}', 'ERR_SIGNATURE_REFUSED'],
    [403, '{"message":"Forbidden by role policy for compute"}', 'ERR_POLICY_DENIED'],
    [403, '{"message":"API Key not in organization"}', 'ERR_NOT_IN_ORGANIZATION'],
    [403, '{"message":"Block storage is not enabled"}', 'ERR_FORBIDDEN'],
    [404, '{}', 'ERR_NOT_FOUND'],
    [409, '{}', 'ERR_CONFLICT'],
    [429, '{}', 'ERR_RATE_LIMITED'],
    [400, '{}', 'ERR_REQUEST_REFUSED'],
    [500, '', 'ERR_SERVER'],
    [502, '<html><h1>Bad Gateway</h1>', 'ERR_SERVER'],
    [304, '', 'ERR_ANSWER_UNREADABLE'],
    [404, '{"message":"API key not found"}', 'ERR_NOT_FOUND'],
    [404, '<html>default backend', 'ERR_ANSWER_UNREADABLE'],
    [404, 'default backend - 404', 'ERR_ANSWER_UNREADABLE'],
    [404, '', 'ERR_ANSWER_UNREADABLE'],
    [404, '"not found"', 'ERR_ANSWER_UNREADABLE'],
    [404, '404', 'ERR_ANSWER_UNREADABLE'],
    [404, 'null', 'ERR_ANSWER_UNREADABLE'],
    [404, '[{"message":"not found"}]', 'ERR_ANSWER_UNREADABLE'],
  ])('%i %s is %s', (status, text, code) => {
    expect(answerError({ ...answer, status, text })).toMatchObject({
      code,
      status,
      operation: 'list-api-keys',
      uncertain: status >= 500 || code === 'ERR_ANSWER_UNREADABLE',
    });
  });

  it.each(['create-iam-role', 'create-api-key', 'assume-iam-role', 'list-api-keys'])(
    'does not say of a 404 to %s that something is gone',
    (operation) => {
      const { message } = answerError({ ...answer, operation, status: 404, text: '{}' });
      expect(message).not.toContain('gone');
      expect(message).toContain('endpoint');
    },
  );

  it.each(['get-iam-role', 'delete-api-key', 'revoke-access-key', 'update-iam-role-policy'])(
    'says of a 404 to %s that it may be gone',
    (operation) => {
      const error = answerError({ ...answer, operation, status: 404, text: '{}' });
      expect(error.message).toContain('already be gone');
    },
  );

  it('names the class that denied', () => {
    const text =
      '{"message":"Forbidden by role policy for block-storage - A deny rule matched. Rule index: 0"}';
    expect(answerError({ ...answer, text }).serviceClass).toBe('block-storage');
  });

  it.each([
    ['behind', now + 11 * 60_000],
    ['ahead of', now - 11 * 60_000],
  ])('tells that the clock is %s the server', (word, serverTime) => {
    const text = '{"message":"Invalid request signature"}';
    const date = new Date(serverTime).toUTCString();
    expect(answerError({ ...answer, text, date })).toMatchObject({
      code: 'ERR_CLOCK_SKEW',
      message: expect.stringContaining(word),
    });
  });

  it('does not blame a clock that is a little off', () => {
    const text = '{"message":"Invalid request signature"}';
    const date = new Date(now + 60_000).toUTCString();
    expect(answerError({ ...answer, text, date }).code).toBe('ERR_SIGNATURE_REFUSED');
  });

  it.each([
    ['message', '{"message":"said"}', 'said'],
    ['error', '{"error":"said"}', 'said'],
    ['detail before title', '{"title":"Bad","detail":"said"}', 'said'],
    ['title', '{"title":"said","type":"about:blank"}', 'said'],
    ['errors', '{"title":"Bad","errors":["one",{"detail":"two"},3]}', 'Bad; one; two'],
    ['plain text', 'said.\n', 'said'],
    ['a JSON string', '"said"', '"said"'],
    ['HTML', '<!doctype html><p>said', 'an HTML page'],
    ['nothing', '', 'nothing'],
  ])('quotes %s', (_, text, said) => {
    expect(answerError({ ...answer, status: 400, text }).message).toContain(` 400: ${said}. `);
  });

  it('cannot be made to write a line of its own into a log', () => {
    const text = JSON.stringify({ message: 'no\r\n::set-env name=X::\u001B[2J' });
    expect(answerError({ ...answer, text }).message).not.toMatch(/\p{Cc}/u);
  });

  it('quotes no more than a line', () => {
    const text = JSON.stringify({ message: 'x'.repeat(5000) });
    expect(answerError({ ...answer, text }).message.length).toBeLessThan(500);
  });
});
