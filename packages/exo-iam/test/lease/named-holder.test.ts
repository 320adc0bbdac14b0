import { describe, expect, it } from 'vitest';

import type { CiJob, GithubRun, Holder } from '../../src/lease/holder.ts';
import { nameHolder, parseNamedHolder } from '../../src/lease/named-holder.ts';
import { repositoryHash, serverHash } from '../../src/lease/short-hash.ts';

const roomy = { maxLength: 1000 };
const run: GithubRun = {
  kind: 'github-run',
  server: 'https://github.com',
  repository: 'o/r',
  repositoryId: '7',
  runId: '12',
  runAttempt: '1',
};
const ci: CiJob = {
  kind: 'ci-job',
  issuer: 'https://gitlab.com',
  projectId: '1',
  pipelineId: '2',
  jobId: '3',
};

/** What follows the hash of the repository, and what is read back of it. */
async function named(
  repository: string,
  options = roomy,
): Promise<{ readonly rest: string; readonly read: string | undefined }> {
  const text = await nameHolder({ ...run, repository }, options);
  const start = `gr.${await serverHash(run.server)}.7.${await repositoryHash(repository)}.12.1.`;
  expect(text.slice(0, start.length)).toBe(start);
  const holder = parseNamedHolder(text);
  const read = holder?.kind === 'github-run' ? holder.repository : 'nothing';
  return { rest: text.slice(start.length), read };
}

describe('the repository in a name', () => {
  it.each([
    ['o/r', '1.o.r'],
    ['owner-of.it/a_b.c', '11.owner-of.it.a_b.c'],
  ])('%s is read back as a whole', async (repository, rest) => {
    expect(await named(repository)).toEqual({ rest, read: repository });
  });

  it.each([
    ['!o/r', '0..o.r'],
    ['o/r!', '0.o.r'],
    ['o/p/r', '0.o.p.r'],
    ['o!p!!!', '0.o.p'],
    ['!!!', '0.-'],
  ])('%s is only hinted at', async (repository, rest) => {
    expect(await named(repository)).toEqual({ rest, read: undefined });
  });

  // Room for two digits of the owner's length is kept, whatever that is.
  it.each([
    ['o/repository', 1],
    ['0123456789/repository', 0],
  ])('%s is cut where one character more does not fit', async (repository, spare) => {
    const whole = await nameHolder({ ...run, repository }, roomy);
    const maxLength = whole.length + spare;
    expect(await nameHolder({ ...run, repository }, { maxLength })).toBe(whole);
    const cut = await named(repository, { maxLength: maxLength - 1 });
    const rest = `0.${repository.replace('/', '.').slice(0, -1)}`;
    expect(cut).toEqual({ rest, read: undefined });
  });

  it.each([
    [undefined, '0'],
    ['x12', '0'],
    ['12x', '0'],
    ['1'.repeat(21), '0'],
    ['1'.repeat(20), '1'.repeat(20)],
  ])('has the number %s as %s', async (repositoryId, part) => {
    const text = await nameHolder({ ...run, repositoryId }, roomy);
    expect(text.split('.')[2]).toBe(part);
  });
});

describe('the project in a name', () => {
  it.each([
    [undefined, '-'],
    ['', '-'],
    ['//', '-'],
    ['group/project', 'group.project'],
    ['//group//project//', 'group..project'],
  ])('%s is %s', async (project, readable) => {
    const text = await nameHolder({ ...ci, project }, roomy);
    expect(text).toBe(`ci.${await serverHash(ci.issuer)}.1.2.3.${readable}`);
  });

  it('is cut to what is left', async () => {
    const text = await nameHolder({ ...ci, project: 'p'.repeat(99) }, { maxLength: 60 });
    expect(text).toBe(`ci.${await serverHash(ci.issuer)}.1.2.3.`.padEnd(60, 'p'));
  });
});

it('a person and a machine are cut to 32 characters each', async () => {
  const holder: Holder = { kind: 'local', user: 'u'.repeat(33), machine: 'm'.repeat(33) };
  const text = await nameHolder(holder, roomy);
  expect(text).toBe(`lo.${'u'.repeat(32)}.${'m'.repeat(32)}`);
  expect(parseNamedHolder(text)).toMatchObject({ kind: 'local', user: 'u'.repeat(32) });
});

it.each<Holder>([
  run,
  { ...run, kind: 'github-job', jobId: '5' },
  ci,
  { kind: 'local', user: 'u', machine: 'm' },
])('junk in front of or behind %j is not read', async (holder) => {
  const text = await nameHolder(holder, roomy);
  expect(parseNamedHolder(text)).toMatchObject({ kind: holder.kind });
  for (const junk of [`x${text}`, `\n${text}`, `${text}\n`, `${text}!`]) {
    expect(parseNamedHolder(junk)).toBeUndefined();
  }
});
