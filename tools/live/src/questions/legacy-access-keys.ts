// Whether the endpoints of the legacy access keys still answer. Nothing is made there.
import { listAccessKeys } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import { type AnyQuestion, define } from '../question.ts';

export const legacyAccessKeys: AnyQuestion = define({
  id: 'legacy-access-keys',
  fact: 'Whether the legacy access-key endpoints still answer',
  judge: judgeLegacy,
  ask: (lab) => lab.parent.answer((client) => listAccessKeys(client)),
});

export function judgeLegacy(answer: Answer): string {
  if (isAccepted(answer)) return 'yes';
  return answer.status === 404 ? `no: ${quote(answer)}` : `they answer, with ${quote(answer)}`;
}
