// Whether two keys may bear one name: what a replayed create-api-key would leave.
import { createApiKey } from '@x/exo-iam';

import type { Answer } from '../answer.ts';
import { denyAll } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';
import { judgeNames } from './role-names.ts';

export const keyNames: AnyQuestion = define({
  id: 'key-names',
  fact: 'Whether names of keys are unique',
  judge: judgeNames,
  async ask(lab): Promise<Answer> {
    const roleId = await lab.makeRole({ policy: denyAll });
    // Until the role is known, so that the two below are refused for their names or not at all.
    await lab.makeKey(roleId);
    const key = { name: lab.name(), 'role-id': roleId };
    const create = () => lab.parent.answer((client) => createApiKey(client, key));
    await create();
    return create();
  },
});
