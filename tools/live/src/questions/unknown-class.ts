// Whether a role with a class that does not exist can be made: a misspelled one would then deny silently.
import { createIamRole, type IamPolicy } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import type { Lab } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

export const unknownClass: AnyQuestion = define({
  id: 'unknown-class',
  fact: 'Whether an unknown class in a policy is refused at creation',
  judge: judgeCreation,
  ask: (lab) =>
    tryPolicy(lab, {
      'default-service-strategy': 'deny',
      services: { 'no-such-class': { type: 'allow' } },
    }),
});

export function tryPolicy(lab: Lab, policy: IamPolicy): Promise<Answer> {
  return lab.parent.answer((client) => createIamRole(client, { name: lab.name(), policy }));
}

export function judgeCreation(answer: Answer): string {
  return isAccepted(answer) ? 'not refused: the role was made' : `refused: ${quote(answer)}`;
}
