// Newer parts of the API describe a refusal as RFC 9457 does, the rest says `{"message": …}`.
import { STATUS_CODES } from 'node:http';

import type { Operation } from '@x/exo-operations';

import type { Answer } from '../call/answer.ts';

// As the specification declares it for each status. An undeclared status uses the form of its class.
const problemClasses = ['ai', 'kms'];
const impactOperations = ['get-impact-estimate', 'get-impact-report'];

/** The refusal in the form that the specification gives the operation. */
export function inRefusalForm(answer: Answer, { name, serviceClass }: Operation): Answer {
  if (answer.status < 400) return answer;
  const hasType = problemClasses.includes(serviceClass);
  if (!hasType && !impactOperations.includes(name)) return answer;
  const { status } = answer;
  const { message: detail } = answer.body as { readonly message: string };
  const problem = { title: STATUS_CODES[status], status, detail };
  return { ...answer, body: hasType ? { type: 'about:blank', ...problem } : problem };
}
