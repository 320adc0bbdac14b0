import { describe, expect, it } from 'vitest';

import { ExoIamError } from '../../src/errors.ts';
import { isUncertain } from '../../src/lease/is-uncertain.ts';

describe('isUncertain', () => {
  it.each([
    ['an abort', new DOMException('aborted', 'AbortError'), true],
    ['anything that is not ours', 'text', true],
    ['a lost answer', new ExoIamError('ERR_UNREACHABLE', '', { uncertain: true }), true],
    ['a refusal', new ExoIamError('ERR_FORBIDDEN', '', { operation: 'create-iam-role' }), false],
    [
      'a refusal to say how it ended',
      new ExoIamError('ERR_POLICY_DENIED', '', { operation: 'get-operation' }),
      true,
    ],
  ])('%s: %#', (_, error, expected) => {
    expect(isUncertain(error)).toBe(expected);
  });
});
