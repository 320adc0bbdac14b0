// Whether a 429 says when to come back. None is provoked: this tells of those that the run met.
import { type AnyQuestion, define } from '../question.ts';

export const retryAfter: AnyQuestion = define({
  id: 'retry-after',
  fact: 'Whether a 429 carries Retry-After (none is provoked)',
  judge: judgeRetryAfter,
  ask: (lab) => Promise.resolve(lab.rateLimits),
});

export function judgeRetryAfter(values: readonly string[]): string {
  if (values.length === 0) return 'no 429 in this run';
  return `${values.length} × 429, Retry-After: ${[...new Set(values)].join(', ')}`;
}
