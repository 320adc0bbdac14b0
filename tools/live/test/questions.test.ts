// Every experiment, carried out against the simulator: known to work before anyone spends a real key.
import { describe, expect, it } from 'vitest';

import { allQuestions } from '../src/questions/all-questions.ts';
import { runQuestions } from '../src/run-questions.ts';
import { createSimulatedLab, type SimulatedLabOptions } from './simulated-lab.ts';

async function observe(options: SimulatedLabOptions = {}) {
  const { lab, simulator, controller, leftovers } = createSimulatedLab(options);
  const questions = allQuestions(simulator.parentKey);
  const outcome = await runQuestions(lab, { questions, signal: controller.signal });
  const observed = Object.fromEntries(outcome.findings.map((each) => [each.id, each.observed]));
  return { observed, outcome, leftovers: leftovers(), simulator };
}

describe('allQuestions', () => {
  it('are all settled, and leave nothing behind', async () => {
    const { observed, outcome, leftovers } = await observe({ withBucket: true });
    expect(outcome.findings.filter(({ settled }) => !settled)).toEqual([]);
    expect(observed).toMatchInlineSnapshot(`
      {
        "assume-role": "a session of 60 s for ttl 60, usable at once, not listed, not deletable (403 “API Key not in organization”)",
        "cel-syntax": "not refused: the role was made",
        "class-of-get-operation": "compute (403 “Forbidden by role policy for compute”)",
        "class-of-list-events": "audit-trail (403 “Forbidden by role policy for audit-trail”)",
        "deadline-in-classes": "ai allows it, audit-trail allows it, dbaas allows it, dns allows it, iam allows it, kms allows it, organization allows it",
        "deadline-in-compute": "enforced: ttl 60 s, accepted at 59.0 s, refused at 60.0 s with 403 “Forbidden by role policy for compute - A deny rule matched. Rule index: 0”",
        "deadline-in-sos": "enforced: ttl 60 s, accepted at 59.0 s, refused at 60.0 s with 403 “<Error/>”",
        "deleted-key": "refused at once with 403 “Invalid request signature”; deleting it again: 403 “API Key not in organization”",
        "expired-signature": "403 “Request signature has expired”",
        "key-names": "not unique: two were made",
        "legacy-access-keys": "yes",
        "line-breaks": "yes",
        "own-record": "no: 403 “Forbidden by role policy for iam”",
        "retry-after": "no 429 in this run",
        "role-in-use": "refused with 409 “The IAM role is attached to an API key”; then the key is listed and answered 200",
        "role-names": "not unique: two were made",
        "role-visible": "known at once",
        "unknown-class": "not refused: the role was made",
      }
    `);
    expect(outcome.left).toEqual([]);
    expect(leftovers).toEqual([]);
  });

  it('tell a slow API from a quick one', async () => {
    const { observed, leftovers } = await observe({
      simulator: { roleVisibleAfterMs: 2000, roleDetachedAfterMs: 3000, pendingPolls: 1 },
    });
    expect(observed['role-visible']).toMatch(/^1\d\d\d ms, before that 404/);
    expect(observed['deadline-in-sos']).toBe('not asked: no bucket was given');
    expect(leftovers).toEqual([]);
  });

  it('have ids of their own', () => {
    const ids = allQuestions({ apiKey: 'a', apiSecret: 'b' }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
