// Whether the classes beside compute and sos know the variables of the deadline. One that does not refuses
// the key at once, and needs the lenient deadline.
import { withDeadline, type IamPolicy } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from '../answer.ts';
import { allowOnly } from '../lab.ts';
import { type AnyQuestion, define } from '../question.ts';

// A read of each class.
const reads: Readonly<Record<string, string>> = {
  ai: 'list-ai-api-keys',
  'audit-trail': 'list-events',
  dbaas: 'list-dbaas-service-types',
  dns: 'list-dns-domains',
  iam: 'list-iam-roles',
  kms: 'list-kms-keys',
  organization: 'get-organization',
};

export const deadlineInClasses: AnyQuestion = define({
  id: 'deadline-in-classes',
  fact: 'Which other classes allow a key that has the strict deadline',
  judge: judgeClasses,
  async ask(lab): Promise<Readonly<Record<string, Answer>>> {
    const services = Object.entries(reads).map(
      ([name, operation]) => [name, allowOnly(name, [operation]).services[name]] as const,
    );
    const policy = { ...allowOnly('dns', []), services: Object.fromEntries(services) } as IamPolicy;
    const roleId = await lab.makeRole({ policy: withDeadline(policy, 60, { now: lab.now() }) });
    const probe = lab.probe(await lab.makeKey(roleId));
    const answers: Record<string, Answer> = {};
    for (const [name, operation] of Object.entries(reads)) {
      answers[name] = await probe.answer((client) => client.request(operation));
    }
    return answers;
  },
});

export function judgeClasses(answers: Readonly<Record<string, Answer>>): string {
  const told = Object.entries(answers).map(([name, answer]) =>
    isAccepted(answer) ? `${name} allows it` : `${name} does NOT (${quote(answer)})`,
  );
  return told.join(', ');
}
