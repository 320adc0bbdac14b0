import { describe, expect, it } from 'vitest';

import { countOutcomes } from '../../src/lease/count-outcomes.ts';
import { describeHolder } from '../../src/lease/describe-holder.ts';
import { describeLease } from '../../src/lease/describe-lease.ts';
import { describePlan } from '../../src/lease/describe-plan.ts';
import { formatLeaseName } from '../../src/lease/format-lease-name.ts';
import type { Holder } from '../../src/lease/holder.ts';
import { parseLeaseName } from '../../src/lease/lease-name.ts';
import type { LeaseScope } from '../../src/lease/mint-request.ts';
import { mint } from '../../src/lease/mint.ts';
import { planLease } from '../../src/lease/plan-lease.ts';
import type { SweptLease } from '../../src/lease/sweep.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { githubJob, lessee } from '../support/lessee.ts';
import { createOrganization } from '../support/organization.ts';
import { dnsOnly } from '../support/roles.ts';

async function linesOf(scope: LeaseScope): Promise<{ minted: string; planned: string }> {
  const { client } = createOrganization();
  await createIamRole(client, { name: 'deployer', policy: dnsOnly });
  const request = { scope, ttlSeconds: 900, ...lessee };
  const planned = describePlan(await planLease(client, request), { scope });
  const lease = await mint(client, request);
  const minted = describeLease(lease, { scope, fate: 'to be revoked' });
  expect(minted.join()).not.toContain(lease.apiSecret);
  return { minted: minted.join('\n'), planned: planned.join('\n') };
}

describe('describeLease and describePlan', () => {
  it.each<[LeaseScope, string]>([
    [{ operations: ['list-instances'] }, 'may     list-instances (compute)'],
    [{ operations: ['unrestricted'] }, 'may     everything'],
    [{ policy: dnsOnly }, 'may     what its policy says'],
    [{ template: 'deployer' }, 'may     what deployer may'],
    [{ role: 'deployer' }, 'may     what the role deployer may'],
    [
      { operations: ['get-object'], resources: ['sos/bucket:mine'] },
      'may     get-object (sos)\n  only    sos/bucket:mine',
    ],
  ])('say of %j what the key may do', async (scope, words) => {
    const { minted, planned } = await linesOf(scope);
    expect(minted).toContain(words);
    expect(planned).toContain(words);
  });

  it('are these lines for a role of its own', async () => {
    const { client } = createOrganization();
    const request = { scope: { tags: ['zone'] }, ttlSeconds: 900, ...lessee };
    const { scope } = request;
    const plan = await planLease(client, request);
    const may = '  may     list-zones (compute)';
    expect(describePlan(plan, { scope })).toEqual([
      'Dry run: nothing is made.',
      '  method  scoped-role, its deadline enforced by the server',
      may,
      '  tag     zone: list-zones',
      '  policy',
      ...JSON.stringify(plan.policy, undefined, 2).split('\n'),
    ]);
    const lease = await mint(client, request);
    expect(describeLease(lease, { scope, fate: 'to be revoked' })).toEqual([
      `Minted ${lease.apiKey}, to be revoked.`,
      may,
      '  until   2026-11-21T00:15:00.000Z, enforced by the server',
      `  name    ${lease.name}`,
      `  role    ${lease.role?.id}`,
    ]);
  });

  it('are these lines for an existing role', async () => {
    const { client } = createOrganization();
    const id = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    const request = { scope: { role: 'deployer' }, ttlSeconds: 900, ...lessee };
    const { scope } = request;
    expect(describePlan(await planLease(client, request), { scope })).toEqual([
      'Dry run: nothing is made.',
      '  method  role, its deadline not enforced by the server',
      '  may     what the role deployer may',
      `  role    deployer (${id})`,
    ]);
    const lease = await mint(client, request);
    expect(describeLease(lease, { scope, fate: 'kept' })).toEqual([
      `Minted ${lease.apiKey}, kept.`,
      '  may     what the role deployer may',
      '  until   2026-11-21T00:15:00.000Z, not enforced by the server',
      `  name    ${lease.name}`,
      `  role    deployer (${id})`,
    ]);
  });

  it('tell what a tag stands for and what was added', async () => {
    const { minted, planned } = await linesOf({ tags: ['snapshot'] });
    expect(planned).toMatch(/tag {5}snapshot: .*create-snapshot/);
    expect(planned).toContain('"default-service-strategy": "deny"');
    expect(minted).toMatch(/note {4}get-operation was added/);
    expect(minted).toMatch(/^Minted EXO\w+, to be revoked\.$/m);
  });

  it('say of a legacy key its own names', async () => {
    const { clientOf, simulator } = createOrganization();
    const client = clientOf(simulator.parentAccessKey);
    for (const [scope, words] of [
      [{ tags: ['dns'] }, ['  may     dns']],
      [
        { resources: ['sos/bucket:mine'] },
        ['  may     everything in these resources', '  only    sos/bucket:mine'],
      ],
    ] as const) {
      const request = { method: 'access-key' as const, scope, ttlSeconds: 900, ...lessee };
      const lease = await mint(client, request);
      expect(describeLease(lease, { scope, fate: 'kept' })).toEqual([
        `Minted ${lease.apiKey}, kept.`,
        ...words,
        '  until   2026-11-21T00:15:00.000Z, not enforced by the server',
        `  name    ${lease.name}`,
      ]);
    }
  });
});

describe('describeHolder', () => {
  it.each<[Holder, string]>([
    [githubJob, 'x/exo-lease, run 19876543210 attempt 1, job 55512345678'],
    [
      { ...githubJob, kind: 'github-run', repository: `x/${'y'.repeat(190)}` },
      'repository 260064828, run 19876543210 attempt 1',
    ],
    [
      { ...githubJob, repositoryId: undefined, repository: `x/${'y'.repeat(190)}` },
      'a repository, run 19876543210 attempt 1, job 55512345678',
    ],
    [
      { kind: 'ci-job', issuer: 'https://gitlab.com', projectId: '1', pipelineId: '2', jobId: '3' },
      'project 1, pipeline 2, job 3',
    ],
    [{ kind: 'local', user: 'jane', machine: 'laptop' }, 'jane on laptop'],
  ])('says whose %j is', async (holder, words) => {
    const name = await formatLeaseName({ prefix: 'p', deadline: 1, random: '0', holder });
    const parsed = parseLeaseName(name);
    expect(parsed && describeHolder(parsed.holder)).toBe(words);
  });
});

describe('countOutcomes', () => {
  it('counts each outcome, and those that did not happen as none', () => {
    const swept = ['revoked', 'kept', 'kept'].map((outcome) => ({ outcome }) as SweptLease);
    expect(countOutcomes(swept)).toEqual({ revoked: 1, due: 0, kept: 2, failed: 0 });
  });
});
