// Uses a key until it is refused, to see when that happens.
import { type Answer, isAccepted, quote } from './answer.ts';
import type { Lab } from './lab.ts';

export interface DeadlineEvidence {
  readonly ttlSeconds: number;
  /** Seconds from the key's creation to the last call that was accepted. */
  readonly acceptedAt: number | undefined;
  /** To the first refused one after it; undefined when there was none. */
  readonly refusedAt: number | undefined;
  readonly refusal: Answer | undefined;
}

export interface MeasureOptions {
  readonly ttlSeconds: number;
  /** When the key was made, in milliseconds. */
  readonly createdAt: number;
  readonly use: () => Promise<Answer>;
}

const stepMs = 1000;
// Nothing happens before: one look at the beginning, then from here on.
const quietBeforeSeconds = 5;
const longestOverrunSeconds = 60;

export async function measureDeadline(
  lab: Lab,
  { ttlSeconds, createdAt, use }: MeasureOptions,
): Promise<DeadlineEvidence> {
  const age = (): number => (lab.now() - createdAt) / 1000;
  let acceptedAt: number | undefined;
  for (;;) {
    const asked = age();
    const answer = await use();
    if (isAccepted(answer)) {
      acceptedAt = asked;
    } else {
      return { ttlSeconds, acceptedAt, refusedAt: asked, refusal: answer };
    }
    if (age() > ttlSeconds + longestOverrunSeconds) break;
    const untilQuietEnds = ttlSeconds - quietBeforeSeconds - age();
    await lab.sleep(Math.max(stepMs, untilQuietEnds * 1000));
  }
  return { ttlSeconds, acceptedAt, refusedAt: undefined, refusal: undefined };
}

export function judgeDeadline(evidence: DeadlineEvidence): string {
  const { ttlSeconds, acceptedAt, refusedAt, refusal } = evidence;
  const accepted = acceptedAt === undefined ? 'never accepted' : `accepted at ${round(acceptedAt)}`;
  if (refusedAt === undefined || !refusal) {
    return `NOT enforced: ttl ${ttlSeconds} s, still ${accepted}`;
  }
  const early = acceptedAt === undefined || refusedAt < ttlSeconds;
  const word = early ? 'refused TOO EARLY' : 'enforced';
  return `${word}: ttl ${ttlSeconds} s, ${accepted}, refused at ${round(refusedAt)} with ${quote(refusal)}`;
}

function round(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}
