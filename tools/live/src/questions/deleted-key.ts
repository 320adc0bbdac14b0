// How long a key works once its deletion has succeeded, and how it is refused then.
import { deleteApiKey } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import { allowOnly, harmless } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

export interface DeletedKeyEvidence {
  /** Milliseconds from the end of the deletion to the last accepted call; undefined for none. */
  readonly acceptedMs: number | undefined;
  readonly last: Answer;
  readonly deletedAgain: Answer;
}

const longestMs = 60_000;
const stepMs = 250;

export const deletedKey: AnyQuestion = define({
  id: 'deleted-key',
  fact: 'How long a deleted key still works, how it is refused then, and how deleting it again is',
  judge: judgeDeletedKey,
  async ask(lab): Promise<DeletedKeyEvidence> {
    const pair = await lab.makeKey(
      await lab.makeRole({ policy: allowOnly('compute', [harmless]) }),
    );
    const probe = lab.probe(pair);
    const use = () => probe.answer((client) => client.request(harmless));
    await use();
    const remove = () => lab.parent.answer((client) => deleteApiKey(client, pair.apiKey));
    await remove();
    const deletedAt = lab.now();
    let acceptedMs: number | undefined;
    let last = await use();
    while (isAccepted(last) && lab.now() - deletedAt < longestMs) {
      acceptedMs = lab.now() - deletedAt;
      await lab.sleep(stepMs);
      last = await use();
    }
    return { acceptedMs, last, deletedAgain: await remove() };
  },
});

export function judgeDeletedKey({ acceptedMs, last, deletedAgain }: DeletedKeyEvidence): string {
  const again = `deleting it again: ${quote(deletedAgain)}`;
  if (isAccepted(last)) return `STILL ACCEPTED after ${longestMs / 1000} s; ${again}`;
  const how =
    acceptedMs === undefined
      ? 'refused at once'
      : `still accepted after ${acceptedMs} ms, then refused`;
  return `${how} with ${quote(last)}; ${again}`;
}
