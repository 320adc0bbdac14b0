// identity.created and now in the class compute (docs/threat-model.md, "A leaked minted key").
import { withDeadline } from '@x/exo-iam';

import { allowOnly, harmless } from '../lab.ts';
import { judgeDeadline, measureDeadline } from '../measure-deadline.ts';
import { type AnyQuestion, define } from '../question.ts';

const ttlSeconds = 60;

export const deadlineInCompute: AnyQuestion = define({
  id: 'deadline-in-compute',
  fact: 'The deadline rule is enforced in class compute, and how precisely',
  judge: judgeDeadline,
  async ask(lab) {
    const policy = withDeadline(allowOnly('compute', [harmless]), ttlSeconds, { now: Date.now() });
    const roleId = await lab.makeRole({ policy });
    const pair = await lab.makeKey(roleId);
    const createdAt = lab.now();
    const probe = lab.probe(pair);
    const use = () => probe.answer((client) => client.request(harmless));
    return measureDeadline(lab, { ttlSeconds, createdAt, use });
  },
});
