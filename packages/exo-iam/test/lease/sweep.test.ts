import { setImmediate } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { mint } from '../../src/lease/mint.ts';
import type { NamedHolder } from '../../src/lease/named-holder.ts';
import { sweep, type JobVerdict, type SweepOptions } from '../../src/lease/sweep.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../support/leftovers.ts';
import { githubJob, nameOf } from '../support/lessee.ts';
import { createOrganization, operationsOf, type Organization } from '../support/organization.ts';
import { dnsOnly } from '../support/roles.ts';

const prefix = 'exo-lease';
const over = async (): Promise<JobVerdict> => ({ over: true });

function jobOf(holder: NamedHolder): string {
  return holder.kind === 'github-job' ? holder.jobId : '';
}

async function createLeases(
  jobs: readonly string[],
  ttlSeconds = 900,
): Promise<Organization & { readonly names: readonly string[] }> {
  const organization = createOrganization();
  const names: string[] = [];
  for (const [index, jobId] of jobs.entries()) {
    const request = {
      scope: { operations: ['list-zones'] },
      ttlSeconds,
      prefix,
      holder: { ...githubJob, jobId },
    };
    const { name } = await mint(organization.client, request, { randomPart: () => `r${index}` });
    names.push(name);
  }
  return { ...organization, names };
}

describe('sweep', () => {
  it('judges two attempts of one job apart', async () => {
    const { client } = createOrganization();
    const scope = { operations: ['list-zones'] };
    for (const runAttempt of ['1', '2']) {
      const holder = { ...githubJob, runAttempt };
      await mint(client, { scope, ttlSeconds: 900, prefix, holder });
    }
    const asked: string[] = [];
    const isOver = async (holder: NamedHolder): Promise<JobVerdict> => {
      const attempt = holder.kind === 'github-job' ? holder.runAttempt : '';
      asked.push(attempt);
      return attempt === '1' ? { over: true } : { over: false, reason: 'it runs' };
    };
    const swept = await sweep(client, { prefix, isOver });
    expect(asked.toSorted()).toEqual(['1', '2']);
    expect(swept.map(({ outcome }) => outcome).toSorted()).toEqual(['kept', 'revoked']);
  });

  it.each([undefined, {}, { prefix: undefined }, { prefix: '' }])(
    'asks for nothing without a prefix: %j',
    async (options) => {
      const organization = await createLeases(['1']);
      organization.advance(1_200_001);
      const { requests } = organization.simulator;
      const before = requests.length;
      await expect(
        sweep(organization.client, options as unknown as SweepOptions),
      ).rejects.toMatchObject({ code: 'ERR_NAME_INVALID', field: 'prefix' });
      expect(requests).toHaveLength(before);
    },
  );

  it('looks into eight leases at once', async () => {
    const organization = await createLeases('abcdefghij'.split(''));
    let running = 0;
    let peak = 0;
    const isOver = async (): Promise<JobVerdict> => {
      running += 1;
      peak = Math.max(peak, running);
      await setImmediate();
      running -= 1;
      return { over: false, reason: 'it is running' };
    };
    await sweep(organization.client, { prefix, isOver });
    expect(peak).toBe(8);
  });

  it('revokes leases of jobs that are over and keeps the others, each with its reason', async () => {
    const organization = await createLeases(['1', '2', '3']);
    const verdicts: Readonly<Record<string, JobVerdict>> = {
      '1': { over: true, reason: 'the run was cancelled' },
      '2': { over: false, reason: 'it is running' },
      '3': { over: true },
    };
    const isOver = async (holder: NamedHolder): Promise<JobVerdict> =>
      verdicts[jobOf(holder)] ?? { over: false, reason: 'unknown' };
    const swept = await sweep(organization.client, { prefix, isOver });
    expect(swept.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['revoked', 'the run was cancelled'],
      ['kept', 'it is running'],
      ['revoked', expect.any(String)],
    ]);
    expect(leftoversOf(organization)).toEqual({ ...nothing, keys: 1, roles: 1 });
  });

  it('asks once about a job with many leases, and about each job', async () => {
    const { client } = await createLeases(['1', '1', '1', '1', '2']);
    const asked: string[] = [];
    const isOver = async (holder: NamedHolder): Promise<JobVerdict> => {
      asked.push(jobOf(holder));
      return over();
    };
    expect(await sweep(client, { prefix, isOver })).toHaveLength(5);
    expect(asked).toEqual(['1', '2']);
  });

  it.each<[string, NonNullable<SweepOptions['isOver']>]>([
    ['rejects', async () => Promise.reject(new Error('rate limit'))],
    [
      'throws',
      () => {
        throw new Error('rate limit');
      },
    ],
    ['answers nothing', async () => undefined as never],
  ])('keeps a key whose job cannot be looked up: it %s', async (_, isOver) => {
    const organization = await createLeases(['1', '2']);
    const judge = (holder: NamedHolder): Promise<JobVerdict> =>
      jobOf(holder) === '1' ? isOver(holder) : over();
    const swept = await sweep(organization.client, { prefix, isOver: judge });
    expect(swept).toMatchObject([
      { outcome: 'failed', error: expect.any(Error) },
      { outcome: 'revoked' },
    ]);
    expect(leftoversOf(organization)).toEqual({ ...nothing, keys: 1, roles: 1 });
  });

  it('asks once about a job even if asking throws', async () => {
    const { client } = await createLeases(['1', '1']);
    let asked = 0;
    const isOver = (): never => {
      asked += 1;
      throw new Error('rate limit');
    };
    expect(await sweep(client, { prefix, isOver })).toMatchObject([
      { outcome: 'failed' },
      { outcome: 'failed' },
    ]);
    expect(asked).toBe(1);
  });

  it('goes on when one cannot be revoked', async () => {
    const organization = await createLeases(['1', '2']);
    const { client, simulator, names } = organization;
    const body = { message: 'Forbidden by role policy for iam' };
    simulator.faults.add({ operation: 'delete-api-key', respond: { status: 403, body } });
    const swept = await sweep(client, { prefix, isOver: over, concurrency: 1 });
    expect(swept).toMatchObject([
      { outcome: 'failed', record: { name: names[0] }, error: { code: 'ERR_POLICY_DENIED' } },
      { outcome: 'revoked', record: { name: names[1] } },
    ]);
  });

  it('touches nothing in a dry run', async () => {
    const organization = await createLeases(['1', '2']);
    const before = operationsOf(organization).length;
    const options = { prefix, isOver: over, dryRun: true, maxRevocations: 1 };
    expect(await sweep(organization.client, options)).toMatchObject([
      { outcome: 'due' },
      { outcome: 'kept' },
    ]);
    expect(new Set(operationsOf(organization).slice(before))).toEqual(
      new Set(['list-api-keys', 'list-iam-roles']),
    );
  });

  it.each([0, 1, 2, 5])('revokes no more than %i of three, earliest first', async (max) => {
    const organization = await createLeases(['1', '2', '3']);
    const swept = await sweep(organization.client, { prefix, isOver: over, maxRevocations: max });
    const expected = [0, 1, 2].map((index) => (index < max ? 'revoked' : 'kept'));
    expect(swept.map(({ outcome }) => outcome)).toEqual(expected);
    expect(leftoversOf(organization)).toMatchObject({ keys: Math.max(0, 3 - max) });
  });

  it.each([1, 8])(
    'is not kept from others by one that cannot be revoked, %i at once',
    async (concurrency) => {
      const { client } = createOrganization();
      const ids: string[] = [];
      for (const deadline of [1, 2, 3]) {
        const name = await nameOf(deadline);
        ids.push(await createIamRole(client, { name, policy: dnsOnly }));
      }
      // A key that is not the sweep's to delete keeps the first role.
      await createApiKey(client, { name: 'foreign', 'role-id': ids[0] ?? '' });
      const options = { prefix, maxRevocations: 1, concurrency };
      const outcomes = async (): Promise<string[]> =>
        (await sweep(client, options)).map(({ outcome }) => outcome);
      expect(await outcomes()).toEqual(['failed', 'revoked', 'kept']);
      expect(await outcomes()).toEqual(['failed', 'revoked']);
      expect(await outcomes()).toEqual(['failed']);
    },
  );

  it('gives up after so many failures, so that an API in trouble is not asked for hours', async () => {
    const organization = await createLeases(Array.from({ length: 40 }, (_, index) => `${index}`));
    const { client, simulator } = organization;
    simulator.faults.add({
      operation: 'delete-api-key',
      times: Infinity,
      respond: { status: 403, body: { message: 'Forbidden by role policy for iam' } },
    });
    const swept = await sweep(client, { prefix, isOver: over, maxRevocations: 3 });
    expect(swept.filter(({ outcome }) => outcome === 'failed')).toHaveLength(23);
    expect(swept.filter(({ outcome }) => outcome === 'kept')).toHaveLength(17);
    const deletions = operationsOf(organization).filter((name) => name === 'delete-api-key');
    expect(deletions).toHaveLength(23);
  });

  it('revokes a role without a key and a key without a role', async () => {
    const organization = createOrganization();
    const { client } = organization;
    const deployer = await createIamRole(client, { name: 'deployer', policy: dnsOnly });
    const name = await nameOf(1, { random: 'role' });
    await createIamRole(client, { name, policy: dnsOnly });
    const keyName = await nameOf(1, { random: 'key' });
    await createApiKey(client, { name: keyName, 'role-id': deployer });
    expect(await sweep(client, { prefix })).toMatchObject([
      { revocation: { key: 'deleted', role: 'kept' } },
      { revocation: { key: 'gone', role: 'deleted' } },
    ]);
    expect(leftoversOf(organization)).toEqual(nothing);
  });

  it('touches nothing that is not its own, however old', async () => {
    const { client, simulator } = createOrganization();
    const foreign = ['sks-ccm-1234', 'exo-lease', `x${await nameOf(1)}`];
    for (const name of foreign) {
      const role = await createIamRole(client, { name, policy: dnsOnly });
      await createApiKey(client, { name, 'role-id': role });
    }
    expect(await sweep(client, { prefix, isOver: over })).toEqual([]);
    const names = [...simulator.state.apiKeys.values()].map(({ name }) => name);
    expect(names).toEqual(['parent', ...foreign]);
    expect(simulator.requests.some(({ method }) => method === 'DELETE')).toBe(false);
  });

  it('tells of each lease as it is done with', async () => {
    const { client, names } = await createLeases(['1', '2']);
    const told: string[] = [];
    const onSwept: NonNullable<SweepOptions['onSwept']> = ({ record, outcome }) =>
      told.push(`${record.name} ${outcome}`);
    await sweep(client, { prefix, isOver: over, onSwept });
    expect(told.sort()).toEqual(names.map((name) => `${name} revoked`));
  });

  it('stops when it is told to', async () => {
    const organization = await createLeases(['1', '2', '3']);
    const controller = new AbortController();
    const onSwept = (): void => controller.abort(new Error('Cancelled'));
    const options = { prefix, isOver: over, onSwept, concurrency: 1, signal: controller.signal };
    await expect(sweep(organization.client, options)).rejects.toThrow('Cancelled');
    expect(leftoversOf(organization)).toMatchObject({ keys: 2, roles: 2 });
  });

  it('is refused as a whole when it may not look', async () => {
    const { client, simulator } = await createLeases(['1']);
    simulator.faults.add({ operation: 'list-iam-roles', respond: { status: 403 } });
    await expect(sweep(client, { prefix })).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
  });

  it('sends no legacy request unless it is asked to', async () => {
    const organization = await createLeases(['1']);
    const asked = (): number =>
      operationsOf(organization).filter((name) => name?.includes('access-key')).length;
    await sweep(organization.client, { prefix });
    expect(asked()).toBe(0);
    await sweep(organization.client, { prefix, legacy: true });
    expect(asked()).toBe(1);
  });
});
