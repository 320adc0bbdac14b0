// How long after its creation has succeeded a role is unknown to create-api-key.
import { createApiKey } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import { denyAll } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

export interface RoleVisibleEvidence {
  /** Milliseconds until the first key was made; undefined when none was. */
  readonly knownAfterMs: number | undefined;
  /** The first refusal, if there was one. */
  readonly refusal: Answer | undefined;
}

const longestMs = 30_000;
const stepMs = 100;

export const roleVisible: AnyQuestion = define({
  id: 'role-visible',
  fact: 'How long a new role is unknown to create-api-key',
  judge: judgeRoleVisible,
  async ask(lab): Promise<RoleVisibleEvidence> {
    const roleId = await lab.makeRole({ policy: denyAll });
    const madeAt = lab.now();
    let refusal: Answer | undefined;
    while (lab.now() - madeAt < longestMs) {
      const triedAt = lab.now();
      const answer = await lab.parent.answer((client) =>
        createApiKey(client, { name: lab.name(), 'role-id': roleId }),
      );
      if (isAccepted(answer)) return { knownAfterMs: triedAt - madeAt, refusal };
      refusal ??= answer;
      await lab.sleep(stepMs);
    }
    return { knownAfterMs: undefined, refusal };
  },
});

export function judgeRoleVisible({ knownAfterMs, refusal }: RoleVisibleEvidence): string {
  const before = refusal ? `, before that ${quote(refusal)}` : '';
  if (knownAfterMs === undefined) return `not within ${longestMs / 1000} s${before}`;
  return refusal ? `${knownAfterMs} ms${before}` : 'known at once';
}
