// What is repeated, how long it waits, and what is not repeated.
import { describe, expect, it } from 'vitest';

import { repeatTransient } from '../src/repeat-transient.ts';

const unanswered = Object.assign(new Error('connect ECONNREFUSED'), { status: 500 });

const untrusted = Object.assign(new Error('self-signed certificate'), {
  status: 500,
  cause: Object.assign(new Error('fetch failed'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }),
});

function refused(status: number, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error('No'), { status, response: { status, headers } });
}

async function play(
  errors: readonly unknown[],
  isFinal: () => boolean = () => false,
): Promise<{ readonly outcome: unknown; readonly waits: readonly number[] }> {
  const left = [...errors];
  const waits: number[] = [];
  const send = async (): Promise<string> => {
    if (left.length > 0) throw left.shift();
    return 'answer';
  };
  const sleep = async (ms: number): Promise<void> => void waits.push(ms);
  const outcome = await repeatTransient(send, { isFinal, sleep }).catch((error: unknown) => error);
  return { outcome, waits };
}

describe('repeatTransient', () => {
  it.each([
    ['an answer at once', [], []],
    ['one 502', [refused(502)], [500]],
    ['a cut connection and a 503', [unanswered, refused(503)], [500, 2000]],
    ['a short Retry-After', [refused(503, { 'retry-after': '3' })], [3000]],
    ['a Retry-After of zero', [refused(503, { 'retry-after': '0' })], [500]],
    ['a Retry-After that is a date', [refused(503, { 'retry-after': 'Sat, 28 Nov 2026' })], [500]],
  ])('answers after %s', async (_, errors, waits) => {
    expect(await play(errors)).toEqual({ outcome: 'answer', waits });
  });

  it.each([
    ['a certificate that is not trusted', [untrusted], 500],
    ['a third failure', [refused(500), refused(500), refused(504)], 504],
    ['a long Retry-After', [refused(503, { 'retry-after': '60' })], 503],
    ['what is not found', [refused(404)], 404],
    ['a rate limit', [refused(429, { 'retry-after': '1' })], 429],
  ])('throws %s', async (_, errors, status) => {
    const { outcome } = await play(errors);
    expect(outcome).toMatchObject({ status });
  });

  it('does not repeat what is final', async () => {
    expect(await play([unanswered], () => true)).toEqual({ outcome: unanswered, waits: [] });
  });

  it('stops waiting when it is told to', async () => {
    const controller = new AbortController();
    const send = async (): Promise<never> => {
      setImmediate(() => controller.abort());
      throw unanswered;
    };
    const options = { isFinal: () => false, signal: controller.signal };
    await expect(repeatTransient(send, options)).rejects.toThrow('aborted');
  });
});
