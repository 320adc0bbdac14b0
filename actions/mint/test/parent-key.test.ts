// What the README says the parent key needs is enough: with that policy and no more, the action works.
import { readFileSync } from 'node:fs';

import { playScenario } from '@x/action-harness';
import type { IamPolicy } from '@x/exo-iam';
import { describe, expect, it } from 'vitest';

const action = new URL('..', import.meta.url);
const readme = readFileSync(new URL('README.md', action), 'utf8');
const [, json = ''] = /```json\n([^]*?)```/.exec(readme) ?? [];
const documented = JSON.parse(json) as IamPolicy;
const credentials = { apiKey: 'EXOparent', apiSecret: 'of the parent key' };

// The documented policy, with other operations of class iam, and other classes.
function policyOf(iam: readonly string[], others: IamPolicy['services'] = {}): IamPolicy {
  const expression = `operation in [${iam.map((name) => `'${name}'`).join(', ')}]`;
  return {
    ...documented,
    services: {
      ...documented.services,
      ...others,
      iam: { type: 'rules', rules: [{ action: 'allow', expression }] },
    },
  };
}

// Of class iam.
const usual = [
  'create-iam-role',
  'create-api-key',
  'list-api-keys',
  'list-iam-roles',
  'delete-api-key',
  'delete-iam-role',
];

describe('the parent key of the README', () => {
  it('mints, revokes, and finds what a killed main has left', () =>
    playScenario(
      action,
      async (job) => {
        expect((await job.main()).exitCode).toBe(0);
        await job.post();
        await job.main({
          step: 'killed',
          interrupt: { signal: 'SIGKILL', during: 'create-api-key', takesEffect: true },
        });
        expect((await job.post({ step: 'killed' })).exitCode).toBe(0);
        expect(job.leftovers()).toEqual([]);
      },
      { simulator: { parentKey: { ...credentials, policy: documented } } },
    ));

  // The simulator's own role of the parent key is called `parent`.
  it.each([
    {
      what: 'takes over a role',
      inputs: { operations: '', template: 'parent' },
      policy: policyOf([...usual, 'get-iam-role']),
    },
    {
      what: 'makes a key for a role',
      inputs: { operations: '', role: 'parent' },
      policy: policyOf(['list-iam-roles', 'create-api-key', 'list-api-keys', 'delete-api-key']),
    },
    {
      what: 'reports what was used',
      inputs: { 'usage-report': 'true' },
      policy: policyOf(usual, { 'audit-trail': { type: 'allow' } }),
    },
  ])('$what', ({ inputs, policy }) =>
    playScenario(
      action,
      async (job) => {
        const main = await job.main({ inputs });
        const post = await job.post();
        expect([main.annotations, post.annotations]).toEqual([[], []]);
        expect(job.leftovers()).toEqual([]);
      },
      { simulator: { parentKey: { ...credentials, policy } } },
    ),
  );
});
