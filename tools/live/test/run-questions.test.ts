import { describe, expect, it } from 'vitest';

import { denyAll } from '../src/lab.ts';
import { type AnyQuestion, define } from '../src/question.ts';
import { renderReport } from '../src/render-report.ts';
import { runQuestions } from '../src/run-questions.ts';
import { createSimulatedLab } from './simulated-lab.ts';

function question(id: string, ask: Parameters<typeof define<string>>[0]['ask']): AnyQuestion {
  return define({ id, fact: `The ${id}`, ask, judge: (evidence) => evidence });
}

describe('runQuestions', () => {
  it('goes on after an experiment that failed, and deletes what it had made', async () => {
    const { lab, controller, leftovers } = createSimulatedLab();
    const failing = question('first', async ({ makeRole, makeKey }) => {
      await makeKey(await makeRole({ policy: denyAll }));
      throw new Error('it broke');
    });
    const { signal } = controller;
    const questions = [failing, question('second', () => Promise.resolve('fine'))];
    const outcome = await runQuestions(lab, { questions, signal });
    expect(outcome.findings.map(({ observed }) => observed)).toEqual([
      'could not be asked: it broke',
      'fine',
    ]);
    expect(leftovers()).toEqual([]);
  });

  it('deletes what an interrupted experiment had made, and asks no more', async () => {
    const { lab, controller, leftovers } = createSimulatedLab();
    const interrupted = question('first', async ({ makeRole, sleep }) => {
      await makeRole({ policy: denyAll });
      controller.abort();
      await sleep(1000);
      return 'never';
    });
    const { signal } = controller;
    const asked: string[] = [];
    const outcome = await runQuestions(lab, {
      questions: [interrupted, question('second', () => Promise.resolve('never'))],
      signal,
      onQuestion: ({ id }) => asked.push(id),
    });
    expect(asked).toEqual(['first']);
    expect(outcome.findings).toMatchObject([{ settled: false }]);
    expect(outcome.left).toEqual([]);
    expect(leftovers()).toEqual([]);
  });

  it('deletes a key whose creation was not answered', async () => {
    const { lab, simulator, controller, leftovers } = createSimulatedLab();
    simulator.faults.add({ operation: 'create-api-key', dropConnection: 'after' });
    const lost = question('first', async ({ makeRole, makeKey }) => {
      await makeKey(await makeRole({ policy: denyAll }));
      return 'never';
    });
    const outcome = await runQuestions(lab, { questions: [lost], signal: controller.signal });
    expect(outcome.findings).toMatchObject([{ settled: false }]);
    expect(leftovers()).toEqual([]);
  });

  it('names what it could not delete', async () => {
    const { lab, simulator, controller } = createSimulatedLab();
    const respond = { status: 403, body: { message: 'No' } };
    simulator.faults.add({ operation: 'delete-iam-role', times: Infinity, respond });
    const questions = [question('first', ({ makeRole }) => makeRole({ policy: denyAll }))];
    const outcome = await runQuestions(lab, { questions, signal: controller.signal });
    expect(outcome.left).toEqual(['exo-live-test.1']);
    const report = renderReport(outcome, { endpoint: lab.parent.client.endpoint.href, at: 0 });
    expect(report).toContain('**Left behind, delete by hand:** exo-live-test.1');
  });

  it('says so when it could not even look', async () => {
    const { lab, simulator, controller } = createSimulatedLab();
    const respond = { status: 403, body: { message: 'No' } };
    simulator.faults.add({ operation: 'list-api-keys', times: Infinity, respond });
    const outcome = await runQuestions(lab, { questions: [], signal: controller.signal });
    expect(outcome.left).toHaveLength(1);
  });

  it('remembers every 429', async () => {
    const { lab, simulator, controller } = createSimulatedLab();
    for (const headers of [{ 'retry-after': '1' }, {}]) {
      simulator.faults.add({ operation: 'list-iam-roles', respond: { status: 429, headers } });
    }
    await runQuestions(lab, { questions: [], signal: controller.signal });
    expect(lab.rateLimits).toEqual(['1', 'none']);
  });
});
