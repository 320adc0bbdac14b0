import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatLeaseName } from '../../src/lease/format-lease-name.ts';
import type { Holder } from '../../src/lease/holder.ts';
import { parseLeaseName } from '../../src/lease/lease-name.ts';
import type { NamedRun } from '../../src/lease/named-holder.ts';
import { repositoryHash, serverHash } from '../../src/lease/short-hash.ts';
import { githubJob, nameOf } from '../support/lessee.ts';

const deadline = 1_795_219_200;
const random = '0a1b2c3d';
const name = (holder: Holder, prefix = 'exo-lease'): Promise<string> =>
  formatLeaseName({ prefix, deadline, random, holder });

describe('formatLeaseName', () => {
  // The hashes are of printf 'https://github.com' | sha256sum and printf 'x/exo-lease' | sha256sum.
  it('holds everything there is to know of a job', async () => {
    expect(await name(githubJob)).toBe(
      `exo-lease.1795219200.0a1b2c3d.gj.${await serverHash('https://github.com')}.260064828.${await repositoryHash('x/exo-lease')}.19876543210.1.55512345678.1.x.exo-lease`,
    );
    expect(await serverHash('https://GitHub.com/')).toBe('996e1f71');
    expect(await serverHash('https://github.com//')).toBe('996e1f71');
    expect(await repositoryHash('X/Exo-Lease')).toBe('7b8e1d52');
  });

  it.each([
    ['empty', ''],
    ['with a dot', 'exo.lease'],
    ['with a space', 'exo lease'],
    ['with a quote', "'"],
    ['of 33 characters', 'p'.repeat(33)],
    ['in a list', ['p'] as unknown as string],
  ])('refuses a prefix %s', async (_, prefix) => {
    await expect(name(githubJob, prefix)).rejects.toMatchObject({
      code: 'ERR_NAME_INVALID',
      field: 'name-prefix',
    });
  });

  it.each([
    [
      'the longest of everything GitHub allows',
      { repository: `${'o'.repeat(39)}/${'r'.repeat(100)}` },
    ],
    ['an owner with an underscore', { repository: 'user_corp/shop' }],
    ['an owner with a dot', { repository: 'a.b/c.d' }],
    ['a repository of dots', { repository: 'a/...' }],
    ['letters outside ASCII', { repository: 'größe/shöp' }],
    ['a long job', { jobId: 'j'.repeat(300) }],
    ['a job with other characters', { jobId: 'build (ubuntu, 24)' }],
    ['an empty job', { jobId: '' }],
    ['a repository id that is not a number', { repositoryId: '12x' }],
  ])('takes %s', async (_, part) => {
    const text = await name({ ...githubJob, ...part }, 'p'.repeat(32));
    expect(text).toMatch(/^[A-Za-z0-9._-]{1,191}$/);
    expect(parseLeaseName(text)).toMatchObject({ deadline, holder: { kind: 'github-job' } });
  });
});

describe('formatLeaseName, for a name that could not be read back', () => {
  it.each([
    [{ deadline: 1.5 }],
    [{ deadline: -1 }],
    [{ random: '' }],
    [{ random: 'A' }],
    [{ random: 'a.b' }],
  ])('refuses %j', async (part) => {
    const parts = { prefix: 'p', deadline, random, holder: githubJob, ...part };
    await expect(formatLeaseName(parts)).rejects.toMatchObject({
      code: 'ERR_NAME_INVALID',
      field: 'name',
    });
  });

  it('takes a repository of which nothing readable is left', async () => {
    const text = await name({ ...githubJob, repository: '/' });
    expect(parseLeaseName(text)?.holder).toMatchObject({ repository: undefined });
  });
});

describe('parseLeaseName', () => {
  it.each([
    '',
    'my-key',
    'sks-ccm-1795219200.0a.gj.x.y',
    'exo-lease.soon.0a.lo.me.laptop',
    'exo-lease.1.0a.lo.me',
    'exo-lease.1.0a.lo.me.laptop\n',
    'exo-lease.1.0A.lo.me.laptop',
    `${'p'.repeat(33)}.1.0a.lo.me.laptop`,
    'exo-lease.1.0a.xx.me.laptop',
    // A run has no job id, and a job has one.
    'exo-lease.1.0a.gr.1a2b3c4d.1.1a2b3c4d.1.1.x.y',
    'exo-lease.1.0a.gj.1a2b3c4d.1.1a2b3c4d.1.1.1.x',
    undefined,
    null,
    7,
    {},
    ['exo-lease.1.0a.lo.me.laptop'],
  ])('does not take %j for a lease', (text) => {
    expect(parseLeaseName(text)).toBeUndefined();
  });

  it('takes 191 characters, as many as the name of a role can have', () => {
    const start = 'exo-lease.1.0a.ci.1a2b3c4d.1.2.3.';
    expect(parseLeaseName(start.padEnd(191, 'y'))).toBeDefined();
    expect(parseLeaseName(start.padEnd(192, 'y'))).toBeUndefined();
  });

  it('reads back what was written, and marks what was cut', async () => {
    const id = fc.stringMatching(/^[A-Za-z0-9-][\w-]{0,23}$/);
    const repository = fc
      .tuple(fc.stringMatching(/^[\w.-]{1,39}$/), fc.stringMatching(/^[\w.-]{1,100}$/))
      .map((parts) => parts.join('/'));
    const run = {
      server: fc.webUrl({ withQueryParameters: false }),
      repository,
      repositoryId: fc.option(
        fc.nat().map((n) => String(n + 1)),
        { nil: undefined },
      ),
      runId: id,
      runAttempt: id,
    };
    const job = fc.record({ kind: fc.constant('github-job' as const), ...run, jobId: id });
    const attempt = fc.record({ kind: fc.constant('github-run' as const), ...run });
    const prefix = fc.stringMatching(/^[\w-]{1,32}$/);
    await fc.assert(
      fc.asyncProperty(fc.oneof(job, attempt), prefix, async (holder, start) => {
        const text = await name(holder, start);
        const { server, repository: whole, ...ids } = holder;
        const read = parseLeaseName(text)?.holder;
        expect(read).toMatchObject({ ...ids, serverHash: await serverHash(server) });
        expect(read).toMatchObject({ repositoryHash: await repositoryHash(whole) });
        const { repository: readable } = read as NamedRun;
        const room = whole.length < 40 ? [whole] : [whole, undefined];
        expect(room).toContain(readable);
      }),
    );
  });

  it('reads the jobs of other systems and the machines of people', async () => {
    const ci: Holder = {
      kind: 'ci-job',
      issuer: 'https://gitlab.example.com',
      projectId: '42',
      pipelineId: '7',
      jobId: '99',
      project: 'group/sub.group/project',
    };
    expect(parseLeaseName(await name(ci))?.holder).toEqual({
      kind: 'ci-job',
      issuerHash: await serverHash('https://gitlab.example.com'),
      projectId: '42',
      pipelineId: '7',
      jobId: '99',
    });
    const long = await name({ ...ci, projectId: 'group/project/'.repeat(20), project: undefined });
    expect(parseLeaseName(long)?.holder).toMatchObject({ kind: 'ci-job', jobId: '99' });
    const local: Holder = { kind: 'local', user: 'jané.doe', machine: '💻' };
    expect(parseLeaseName(await name(local))?.holder).toEqual({
      kind: 'local',
      user: 'jandoe',
      machine: '-',
    });
  });

  it('tells the ids of two long jobs apart', async () => {
    const names = await Promise.all(
      ['a', 'b'].map((last) => nameOf(deadline, { jobId: 'j'.repeat(30) + last })),
    );
    expect(new Set(names).size).toBe(2);
  });

  it('sorts by deadline within a prefix', async () => {
    const names = await Promise.all(
      [1_795_219_200, 1_795_219_201, 1_899_000_000].map((at) => nameOf(at)),
    );
    expect(names.toSorted()).toEqual(names);
  });
});
