// A lease that another job of this run sealed, opened and handed to the following steps.
import { assertFailure, playScenario, type Job } from '@x/action-harness';
import { generateIdentity, seal, type SealedPayload } from '@x/seal';
import { describe, expect, it } from 'vitest';

const action = new URL('..', import.meta.url);
const pair = await generateIdentity();
const secret = 'the-secret-of-the-lease';

const holder: SealedPayload['holder'] = {
  kind: 'github-run',
  server: 'https://github.com',
  repository: 'octo/site',
  run: '1234567',
  attempt: '1',
};

function sealed(change: Partial<SealedPayload> = {}): Promise<string> {
  const payload: SealedPayload = {
    v: 1,
    key: 'EXOsealed',
    secret,
    zone: 'ch-gva-2',
    name: 'exo-lease.1.0a.lo.me.laptop',
    'expires-at': new Date(Date.now() + 600_000).toISOString(),
    holder,
    ...change,
  };
  return seal(payload, pair.recipient);
}

async function refused(job: Job, inputs: Readonly<Record<string, string>>): Promise<string> {
  const main = await job.main({ inputs: { identity: pair.identity, ...inputs } });
  expect(main.requests).toEqual([]);
  expect(main.env).toEqual({});
  const masked = main.stdout.replaceAll(/^::add-mask::.*$/gm, '');
  expect(masked).not.toContain(secret);
  expect(masked).not.toContain(pair.identity);
  return assertFailure(main, { leftovers: () => [] });
}

describe('unseal', () => {
  it('hands the key to the following steps, and takes the variables back', () =>
    playScenario(action, async (job) => {
      const inputs = { identity: pair.identity, sealed: await sealed(), export: 'exoscale, sos' };
      const main = await job.main({ inputs });
      expect(main.exitCode).toBe(0);
      expect(main.stdout.indexOf(`::add-mask::${secret}`)).toBeGreaterThan(-1);
      expect(main.outputs).toMatchObject({
        'api-key': 'EXOsealed',
        'api-secret': secret,
        zone: 'ch-gva-2',
      });
      expect(main.env).toMatchObject({
        EXOSCALE_API_KEY: 'EXOsealed',
        EXOSCALE_API_SECRET: secret,
        EXOSCALE_ZONE: 'ch-gva-2',
        AWS_SECRET_ACCESS_KEY: secret,
      });
      expect(main.requests).toEqual([]);
      expect(JSON.stringify(main.state)).not.toContain(secret);
      const post = await job.post();
      expect(post.exitCode).toBe(0);
      expect(Object.values(post.env).join('')).toBe('');
      expect(Object.keys(post.env)).toEqual(Object.keys(main.env));
    }));

  it('exports nothing that post could not take back', () =>
    playScenario(action, async (job) => {
      const inputs = { identity: pair.identity, sealed: await sealed() };
      const env = { EXOSCALE_API_KEY: 'EXObefore' };
      const main = await job.main({ inputs, env, brokenFile: { kind: 'STATE', how: 'full' } });
      expect(main.exitCode).toBe(1);
      expect(main.env).toEqual({});
      expect(main.outputs).toEqual({});
      const unwritten = { kind: 'ENV', how: 'full' } as const;
      expect((await job.main({ inputs, env, brokenFile: unwritten })).exitCode).toBe(1);
      const post = await job.post({ env: { EXOSCALE_API_KEY: 'EXOsealed' } });
      expect(post.env).toMatchObject({ EXOSCALE_API_KEY: 'EXObefore' });
    }));

  it('reads a text that a log has wrapped', () =>
    playScenario(action, async (job) => {
      const wrapped = (await sealed()).replaceAll(/.{70}/g, '$&\r\n');
      const main = await job.main({ inputs: { identity: pair.identity, sealed: wrapped } });
      expect(main.outputs['api-secret']).toBe(secret);
    }));

  it.each<[string, Partial<SealedPayload>, RegExp]>([
    ['an earlier attempt', { holder: { ...holder, attempt: '3' } }, /Re-run all jobs/],
    ['another run', { holder: { ...holder, run: '7' } }, /another run/],
    ['another repository', { holder: { ...holder, repository: 'octo/other' } }, /repository/],
    ['another server', { holder: { ...holder, server: 'https://ghe.example' } }, /repository/],
    ['a person', { holder: { kind: 'local' } }, /not sealed for a run/],
    ['the past', { 'expires-at': '2020-01-01T00:00:00Z' }, /deadline/],
    ['an API of somebody else', { endpoint: 'https://evil.example/v2' }, /evil\.example/],
    ['a zone that is a host', { zone: 'evil.example' }, /zone/],
  ])('refuses a lease of %s', (_, change, words) =>
    playScenario(action, async (job) => {
      expect(await refused(job, { sealed: await sealed(change) })).toMatch(words);
    }),
  );

  it('goes by the number of the repository where both have one', () =>
    playScenario(action, async (job) => {
      const env = { GITHUB_REPOSITORY_ID: '42' };
      const renamed = { ...holder, repository: 'octo/renamed', 'repository-id': '42' };
      const inputs = { identity: pair.identity, sealed: await sealed({ holder: renamed }) };
      expect((await job.main({ inputs, env })).exitCode).toBe(0);
      const other = await sealed({ holder: { ...holder, 'repository-id': '7' } });
      const main = await job.main({ inputs: { ...inputs, sealed: other }, env });
      expect(main.exitCode).toBe(1);
    }));

  it('says what an empty text, a mix-up and a foreign recipient are', () =>
    playScenario(action, async (job) => {
      expect(await refused(job, { sealed: '' })).toMatch(/job was skipped, or when GitHub dropped/);
      expect(await refused(job, { sealed: await sealed(), identity: '' })).toMatch(/identity/);
      const mixed = { sealed: await sealed(), identity: pair.recipient };
      expect(await refused(job, mixed)).toMatch(/can seal but cannot open/);
      const { identity } = await generateIdentity();
      expect(await refused(job, { sealed: await sealed(), identity })).toMatch(/another recipient/);
    }));

  it('has nothing to take back when nothing was opened', () =>
    playScenario(action, async (job) => {
      const post = await job.post();
      expect(post.exitCode).toBe(0);
      expect(post.env).toEqual({});
    }));
});
