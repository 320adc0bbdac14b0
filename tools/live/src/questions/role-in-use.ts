// Deleting a role that a key is attached to; and what such a key can do if the API lets it happen.
import { deleteIamRole, listApiKeys } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import { allowOnly, harmless } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

export interface RoleInUseEvidence {
  readonly deletion: Answer;
  /** What the key was answered afterwards, and whether it was still listed. */
  readonly after: Answer;
  readonly listed: boolean;
}

export const roleInUse: AnyQuestion = define({
  id: 'role-in-use',
  fact: 'How deleting a role with a key is answered, and what the key can do afterwards',
  judge: judgeRoleInUse,
  async ask(lab): Promise<RoleInUseEvidence> {
    const roleId = await lab.makeRole({ policy: allowOnly('compute', [harmless]) });
    const pair = await lab.makeKey(roleId);
    const deletion = await lab.parent.answer((client) => deleteIamRole(client, roleId));
    const after = await lab.probe(pair).answer((client) => client.request(harmless));
    const keys = await listApiKeys(lab.parent.client);
    return { deletion, after, listed: keys.some(({ key }) => key === pair.apiKey) };
  },
});

export function judgeRoleInUse({ deletion, after, listed }: RoleInUseEvidence): string {
  const key = `the key is ${listed ? 'listed' : 'not listed'} and answered ${quote(after)}`;
  return isAccepted(deletion)
    ? `the role IS DELETED; then ${key}`
    : `refused with ${quote(deletion)}; then ${key}`;
}
