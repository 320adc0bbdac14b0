// Says when the key of a running command is about to end, and when it has ended.
import type { EnforcedBy } from '@x/exo-iam';

export interface DeadlineOptions {
  /** UNIX seconds. */
  readonly expiresAt: number;
  readonly ttlSeconds: number;
  readonly enforcedBy: EnforcedBy;
  readonly now: () => number;
  readonly tell: (text: string) => void;
}

/** Warns when a tenth of the time is left, and at the end. Returns a function that stops it. */
export function watchDeadline(options: DeadlineOptions): () => void {
  const { expiresAt, ttlSeconds, enforcedBy, now, tell } = options;
  const until = new Date(expiresAt * 1000).toISOString();
  const leftSeconds = Math.round(ttlSeconds / 10);
  // Node fires a longer timer at once.
  const msUntil = (seconds: number): number =>
    Math.min(Math.max(0, seconds * 1000 - now()), 2 ** 31 - 1);
  const timers = [
    setTimeout(
      () => {
        tell(`The key ends in ${leftSeconds} s, at ${until}, and the command is still running.`);
      },
      msUntil(expiresAt - leftSeconds),
    ),
    setTimeout(() => {
      tell(`The deadline of the key has passed (${until}). ${afterwards[enforcedBy]}`);
    }, msUntil(expiresAt)),
  ];
  return () => timers.forEach(clearTimeout);
}

const afterwards = {
  server: 'The command is still running, and its requests are refused.',
  sweep: 'The command is still running, and a sweep may revoke the key at any time.',
} as const;
