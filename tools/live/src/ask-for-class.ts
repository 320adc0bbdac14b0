// A key that may do nothing calls an operation: the refusal names the class it was decided in.
import type { Client } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from './answer.ts';
import { denyAll, type Lab } from './lab.ts';

export async function askForClass(
  lab: Lab,
  call: (client: Client) => Promise<unknown>,
): Promise<Answer> {
  const pair = await lab.makeKey(await lab.makeRole({ policy: denyAll }));
  return lab.probe(pair).answer(call);
}

export function judgeClass(answer: Answer): string {
  const [, serviceClass] = /Forbidden by role policy for ([\w-]+)/i.exec(answer.text) ?? [];
  if (serviceClass !== undefined) return `${serviceClass} (${quote(answer)})`;
  const verdict = isAccepted(answer) || answer.status === 404 ? 'no class, any key may' : 'unclear';
  return `${verdict} (${quote(answer)})`;
}
