// Every operation without state in the simulator gets the smallest valid answer, derived from its name or, if
// that is not enough, from the generated facts.
import { ok, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { smallestAnswers } from '../generated/smallest-answers.ts';
import { newUuid } from '../state/identifiers.ts';
import { describeOperation, startOperation } from '../state/operation-queue.ts';
import { asLink, asSegment } from '../state/resources.ts';
import type { Store } from '../state/store.ts';
import { fillIn } from './fill-in.ts';

const answers: ReadonlyMap<string, unknown> = new Map(smallestAnswers);

/** What an operation is about, where that is known. */
export interface Subject {
  readonly id?: string;
  readonly path: string;
}

export function answerGenerically(store: Store, call: Call, about?: Subject): Answer {
  const { name, asynchronous, path } = call.operation;
  const id = call.pathParameters['id'] ?? newUuid(store.options.random);
  if (asynchronous) {
    const [, collection] = path.split(/[/:]/);
    const { path: subject, ...known } = about ?? { id, path: `/${collection}/${asSegment(id)}` };
    const reference = { ...known, link: `/v2${asLink(subject)}`, command: name };
    return ok(describeOperation(startOperation(store, reference)));
  }
  const now = new Date(store.options.now()).toISOString();
  const textOf = (member: string, text: string): string => {
    if (text === '$id') return id;
    if (text === '$now') return now;
    // The answer uses the name in the path.
    return text === '$text' ? (call.pathParameters[member] ?? 'simulated') : text;
  };
  return ok(fillIn(answers.get(name) ?? answerByName(name), textOf));
}

function answerByName(name: string): unknown {
  return name.startsWith('list-') ? { [name.slice('list-'.length)]: [] } : { id: '$id' };
}
