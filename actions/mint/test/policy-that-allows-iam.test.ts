// A policy whose key could make others, without end: nothing refuses it, and nobody may miss it.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);
const policy = { 'default-service-strategy': 'deny', services: { iam: { type: 'allow' } } };

it('says so in the log and in the summary', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { operations: '', policy: JSON.stringify(policy) } });
    expect(main.exitCode).toBe(0);
    const note = /the policy allows in class iam/;
    expect(main.stdout).toMatch(note);
    expect(main.summary).toMatch(note);
    await job.post();
    expect(job.leftovers()).toEqual([]);
  }));
