// The usage report of the mint action needs the right class in the parent key's policy.
import { listEvents } from '@x/exo-iam';

import { askForClass, judgeClass } from '../ask-for-class.ts';
import { type AnyQuestion, define } from '../question.ts';

export const classOfListEvents: AnyQuestion = define({
  id: 'class-of-list-events',
  fact: 'The service class of list-events',
  judge: judgeClass,
  ask: (lab) => askForClass(lab, (client) => listEvents(client)),
});
