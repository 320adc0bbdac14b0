// Whether a key may read its own record under a role that denies the class iam. If so, the mint action
// could verify any key with one call.
import { getApiKey } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import { denyAll } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

export const ownRecord: AnyQuestion = define({
  id: 'own-record',
  fact: 'Whether a key may read its own record under a role that denies iam',
  judge: judgeOwnRecord,
  async ask(lab): Promise<Answer> {
    const pair = await lab.makeKey(await lab.makeRole({ policy: denyAll }));
    return lab.probe(pair).answer((client) => getApiKey(client, pair.apiKey));
  },
});

export function judgeOwnRecord(answer: Answer): string {
  return isAccepted(answer) ? 'yes' : `no: ${quote(answer)}`;
}
