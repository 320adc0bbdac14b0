// The beta: whether a session can be had, used, listed and deleted. It ends by itself after a minute.
import { assumeIamRole, deleteApiKey, listApiKeys } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import { allowOnly, harmless, type KeyPair } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

export interface AssumeRoleEvidence {
  readonly assumed: Answer;
  readonly session?: {
    /** Seconds from the call to `expires-at`. */
    readonly lifetimeSeconds: number;
    readonly use: Answer;
    readonly listed: boolean;
    readonly deletion: Answer;
  };
}

const ttlSeconds = 60;

export const assumeRole: AnyQuestion = define({
  id: 'assume-role',
  fact: 'Whether assume-iam-role answers, and whether a session is listed and can be deleted',
  judge: judgeAssumeRole,
  async ask(lab): Promise<AssumeRoleEvidence> {
    const roleId = await lab.makeRole({
      policy: allowOnly('compute', [harmless]),
      'max-session-ttl': ttlSeconds,
      'assume-role-policy': { rules: [{ action: 'allow', expression: 'true' }] },
    });
    const askedAt = lab.now();
    let pair: KeyPair | undefined;
    let expiresAt = '';
    const assumed = await lab.parent.answer(async (client) => {
      const session = await assumeIamRole(client, roleId, { ttlSeconds });
      pair = { apiKey: session.key, apiSecret: session.secret };
      expiresAt = session['expires-at'];
    });
    if (!pair) return { assumed };
    const { apiKey } = pair;
    const use = await lab.probe(pair).answer((client) => client.request(harmless));
    const keys = await listApiKeys(lab.parent.client);
    const deletion = await lab.parent.answer((client) => deleteApiKey(client, apiKey));
    const lifetimeSeconds = Math.round((Date.parse(expiresAt) - askedAt) / 1000);
    const listed = keys.some(({ key }) => key === apiKey);
    return { assumed, session: { lifetimeSeconds, use, listed, deletion } };
  },
});

export function judgeAssumeRole({ assumed, session }: AssumeRoleEvidence): string {
  if (!session) return `no session: ${quote(assumed)}`;
  const { lifetimeSeconds, use, listed, deletion } = session;
  return [
    `a session of ${lifetimeSeconds} s for ttl ${ttlSeconds}`,
    isAccepted(use) ? 'usable at once' : `not usable at once (${quote(use)})`,
    listed ? 'listed among the keys' : 'not listed',
    isAccepted(deletion) ? 'deletable' : `not deletable (${quote(deletion)})`,
  ].join(', ');
}
