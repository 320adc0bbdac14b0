// Whether two roles may bear one name. If so, a lost answer can leave two roles behind.
import { createIamRole } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import { denyAll } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

export const roleNames: AnyQuestion = define({
  id: 'role-names',
  fact: 'Whether names of roles are unique',
  judge: judgeNames,
  async ask(lab): Promise<Answer> {
    const role = { name: lab.name(), policy: denyAll };
    await createIamRole(lab.parent.client, role);
    return lab.parent.answer((client) => createIamRole(client, role));
  },
});

/** Of the second thing that got the name of the first. */
export function judgeNames(second: Answer): string {
  return isAccepted(second) ? 'not unique: two were made' : `unique: ${quote(second)}`;
}
