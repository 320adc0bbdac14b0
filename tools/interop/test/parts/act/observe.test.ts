import { describe, expect, it } from 'vitest';

import { callsOf, checkTraces, jobsOf, stepsOf } from '../../../parts/act/observe.ts';
import type { ActEvent } from '../../../parts/act/run-act.ts';
import { Checklist } from '../../../src/checklist.ts';

const mask: ActEvent = { command: 'add-mask', arg: 's3cret', msg: '***' };
const output: ActEvent = {
  command: 'set-output',
  name: 'api-secret',
  arg: 's3cret',
  msg: 'api-secret=***',
};
const requests = [
  'POST /v2/iam-role [create-iam-role] ch-gva-2 EXO1 200',
  'POST /v2/api-key [create-api-key] ch-gva-2 EXO1 200',
  'DELETE /v2/api-key/EXO2 [delete-api-key] ch-gva-2 EXO1 200',
  'DELETE /v2/iam-role/1 [delete-iam-role] ch-gva-2 EXO1 200',
];

function verdicts(events: readonly ActEvent[], asked: readonly string[]): readonly boolean[] {
  const list = new Checklist();
  checkTraces(list, 'job', { run: { code: 0, events }, requests: asked });
  return list.checks.map(({ passed }) => passed);
}

describe('what act reports', () => {
  it('is reduced to steps, jobs and calls', () => {
    const events: ActEvent[] = [
      { msg: '', step: 'Set up job', stepResult: 'success' } as ActEvent,
      { msg: '', stage: 'Main', stepID: ['key'], stepResult: 'failure' },
      { msg: '', jobID: 'deploy', jobResult: 'failure' },
    ];
    expect(stepsOf({ code: 1, events })).toEqual(['key Main failure']);
    expect(jobsOf({ code: 1, events })).toEqual(['deploy failure']);
    expect(callsOf(['GET /v2/zone [list-zones] ch-gva-2 unsigned 200', 'noise'])).toEqual([
      'list-zones 200',
      '? ?',
    ]);
  });
});

describe('checkTraces', () => {
  it('is content with a clean run', () => {
    expect(verdicts([mask, output], requests)).toEqual([true, true, true]);
  });

  it('notices a key that is left', () => {
    expect(verdicts([mask, output], requests.slice(0, 2))).toEqual([false, true, true]);
  });

  it('notices a secret in the log', () => {
    expect(verdicts([mask, { msg: 'it is s3cret' }], requests)).toEqual([true, false, true]);
  });

  it('notices a secret that is masked too late', () => {
    expect(verdicts([output, mask], requests)).toEqual([true, true, false]);
  });
});
