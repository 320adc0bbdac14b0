// Text and status for a signature past its time: ERR_CLOCK_SKEW is told by the Date header alone today.
import { listIamRoles } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import type { KeyPair } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

const lateMs = 3_600_000;

export function expiredSignature(parent: KeyPair): AnyQuestion {
  return define({
    id: 'expired-signature',
    fact: 'How an expired signature is refused',
    judge: judgeExpired,
    ask(lab) {
      const probe = lab.probe(parent, () => lab.now() - lateMs);
      return probe.answer((client) => listIamRoles(client));
    },
  });
}

export function judgeExpired(answer: Answer): string {
  return isAccepted(answer) ? 'it is ACCEPTED, an hour late' : quote(answer);
}
