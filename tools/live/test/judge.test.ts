// What would be said if the real API answered otherwise than the simulator does.
import { describe, expect, it } from 'vitest';

import { judgeClass } from '../src/ask-for-class.ts';
import { judgeDeadline } from '../src/measure-deadline.ts';
import { judgeAssumeRole } from '../src/questions/assume-role.ts';
import { judgeClasses } from '../src/questions/deadline-in-classes.ts';
import { judgeDeletedKey } from '../src/questions/deleted-key.ts';
import { judgeExpired } from '../src/questions/expired-signature.ts';
import { judgeLegacy } from '../src/questions/legacy-access-keys.ts';
import { judgeLineBreaks } from '../src/questions/line-breaks.ts';
import { judgeOwnRecord } from '../src/questions/own-record.ts';
import { judgeRetryAfter } from '../src/questions/retry-after.ts';
import { judgeRoleInUse } from '../src/questions/role-in-use.ts';
import { judgeNames } from '../src/questions/role-names.ts';
import { judgeRoleVisible } from '../src/questions/role-visible.ts';
import { judgeCreation } from '../src/questions/unknown-class.ts';

const accepted = { status: 200, text: '' };
const refused = { status: 403, text: 'No' };
const missing = { status: 404, text: 'Gone' };

describe('verdicts', () => {
  it.each([
    [
      judgeDeadline({ ttlSeconds: 60, acceptedAt: 119, refusedAt: undefined, refusal: undefined }),
      'NOT enforced: ttl 60 s, still accepted at 119.0 s',
    ],
    [
      judgeDeadline({ ttlSeconds: 60, acceptedAt: undefined, refusedAt: 0, refusal: refused }),
      'refused TOO EARLY: ttl 60 s, never accepted, refused at 0.0 s with 403 “No”',
    ],
    [judgeClass(missing), 'no class, any key may (404 “Gone”)'],
    [judgeClass(refused), 'unclear (403 “No”)'],
    [judgeExpired(accepted), 'it is ACCEPTED, an hour late'],
    [
      judgeDeletedKey({ acceptedMs: 59_900, last: accepted, deletedAgain: refused }),
      'STILL ACCEPTED after 60 s; deleting it again: 403 “No”',
    ],
    [
      judgeDeletedKey({ acceptedMs: 750, last: refused, deletedAgain: missing }),
      'still accepted after 750 ms, then refused with 403 “No”; deleting it again: 404 “Gone”',
    ],
    [
      judgeRoleInUse({ deletion: accepted, after: refused, listed: false }),
      'the role IS DELETED; then the key is not listed and answered 403 “No”',
    ],
    [
      judgeRoleVisible({ knownAfterMs: undefined, refusal: missing }),
      'not within 30 s, before that 404 “Gone”',
    ],
    [judgeNames(refused), 'unique: 403 “No”'],
    [judgeCreation(refused), 'refused: 403 “No”'],
    [judgeClasses({ dns: refused, iam: accepted }), 'dns does NOT (403 “No”), iam allows it'],
    [judgeLineBreaks('a b'), 'NO: stored as "a b"'],
    [judgeLineBreaks(undefined), 'NO: stored as null'],
    [judgeOwnRecord(accepted), 'yes'],
    [judgeAssumeRole({ assumed: refused }), 'no session: 403 “No”'],
    [
      judgeAssumeRole({
        assumed: accepted,
        session: { lifetimeSeconds: 60, use: refused, listed: true, deletion: accepted },
      }),
      'a session of 60 s for ttl 60, not usable at once (403 “No”), listed among the keys, deletable',
    ],
    [judgeLegacy(missing), 'no: 404 “Gone”'],
    [judgeLegacy(refused), 'they answer, with 403 “No”'],
    [judgeRetryAfter(['1', 'none', '1']), '3 × 429, Retry-After: 1, none'],
  ])('%s', (verdict, expected) => {
    expect(verdict).toBe(expected);
  });
});
