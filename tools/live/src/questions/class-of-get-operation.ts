// Decides where compileScope has to allow polling: today it follows the operation's own class.
import { randomUUID } from 'node:crypto';

import { askForClass, judgeClass } from '../ask-for-class.ts';
import { type AnyQuestion, define } from '../question.ts';

export const classOfGetOperation: AnyQuestion = define({
  id: 'class-of-get-operation',
  fact: 'The service class of get-operation',
  judge: judgeClass,
  ask: (lab) =>
    askForClass(lab, (client) => client.request('get-operation', { path: { id: randomUUID() } })),
});
