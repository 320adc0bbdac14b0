// Whether an expression keeps its line breaks: the deadline puts one behind every expression that it wraps,
// so that a comment in it ends there.
import { getIamRole, type IamPolicy } from '@x/exo-iam';

import { type AnyQuestion, define } from '../question.ts';

const expression = "operation in ['list-instance-types'] // a comment\n&& true";

export const lineBreaks: AnyQuestion = define({
  id: 'line-breaks',
  fact: 'Whether line breaks in an expression are stored',
  judge: judgeLineBreaks,
  async ask(lab) {
    const policy: IamPolicy = {
      'default-service-strategy': 'deny',
      services: { compute: { type: 'rules', rules: [{ action: 'allow', expression }] } },
    };
    const { policy: stored } = await getIamRole(lab.parent.client, await lab.makeRole({ policy }));
    const service = stored?.services['compute'];
    return service && 'rules' in service ? service.rules[0]?.expression : undefined;
  },
});

export function judgeLineBreaks(stored: string | undefined): string {
  return stored === expression ? 'yes' : `NO: stored as ${JSON.stringify(stored ?? null)}`;
}
