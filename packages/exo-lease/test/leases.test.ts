// create, list, show, revoke, sweep and usage.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createClient, mint, type Holder } from '@x/exo-iam';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { run, type Ended } from './support/command.ts';
import { openOrganization, type Organization } from './support/organization.ts';
import { runHere } from './support/run-here.ts';

const scope = ['--operation', 'list-zones,create-instance'];

describe('leases', () => {
  let organization: Organization;

  beforeEach(async () => {
    organization = await openOrganization();
  });

  afterEach(() => organization.close());

  const cli = (...args: readonly string[]): Promise<Ended> => run(args, organization);
  const here = (...args: readonly string[]): Promise<Ended> => runHere(args, organization);

  async function mintFor(holder: Holder, ttlSeconds = 900): Promise<string> {
    const { simulator } = organization;
    const client = createClient({ credentials: simulator.parentKey, fetch: simulator.fetch });
    const operations = ['list-zones', 'delete-instance'];
    const request = { scope: { operations }, ttlSeconds, prefix: 'exo-lease', holder };
    return (await mint(client, request)).name;
  }

  const job = (repository: string, runId: string): Holder => ({
    kind: 'github-job',
    server: 'https://github.com',
    repository,
    repositoryId: '7',
    runId,
    runAttempt: '1',
    jobId: '55',
  });

  it('create prints a key that works, in the words of the API', async () => {
    const ended = await cli('create', ...scope, '-O', 'json');
    const lease = JSON.parse(ended.stdout) as Record<string, string>;
    expect(lease).toEqual({
      key: expect.stringMatching(/^EXO/),
      secret: expect.any(String),
      name: expect.stringMatching(/^exo-lease\.\d+\.[0-9a-f]{8}\.lo\.tester\./),
      'role-id': expect.any(String),
      method: 'scoped-role',
      'expires-at': expect.stringMatching(/^\d{4}-.*Z$/),
      'enforced-by': 'server',
    });
    expect(ended.stderr).not.toContain(lease['secret']);
    const { simulator } = organization;
    const minted = { apiKey: lease['key'] ?? '', apiSecret: lease['secret'] ?? '' };
    const client = createClient({ credentials: minted, fetch: simulator.fetch });
    await expect(client.request('list-instances')).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
    });
    const record = simulator.requests.find(({ operation }) => operation === 'list-instances');
    expect(record?.apiKey).toBe(lease['key']);
  });

  it('list and show give the same facts in every format', async () => {
    await here('create', ...scope);
    const listed = JSON.parse((await cli('list', '-O', 'json')).stdout) as { name: string }[];
    const [lease] = listed;
    const shown = await cli('show', lease?.name ?? '', '-O', 'json');
    expect(JSON.parse(shown.stdout)).toEqual(lease);
    const text = (await here('list', '-O', 'text')).stdout;
    expect(text.trimEnd().split('\t')).toContain(lease?.name);
    const table = (await here('list')).stdout.split('\n');
    expect(table[0]).toMatch(/^KEY +EXPIRES AT +METHOD +HOLDER +NAME$/);
    expect(table[1]).toContain(lease?.name);
    expect(await here('list', '--prefix', 'other', '-O', 'json')).toMatchObject({ stdout: '[]\n' });
  });

  it('show and revoke of what does not exist', async () => {
    expect(await here('show', 'EXO0')).toMatchObject({ code: 64, stdout: '' });
    const revoked = await here('revoke', 'EXO0', '-O', 'json');
    expect(revoked).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(revoked.stderr).toContain('EXO0');
    const { apiKey } = organization.simulator.parentKey;
    expect(await here('revoke', apiKey)).toMatchObject({ code: 64 });
  });

  it('revoke ends leases by key and by name', async () => {
    const first = JSON.parse((await here('create', ...scope, '-O', 'json')).stdout) as {
      key: string;
    };
    const second = await mintFor(job('acme/shop', '1'));
    const ended = await cli('revoke', first.key, second, '-O', 'json');
    expect(JSON.parse(ended.stdout)).toMatchObject([
      { outcome: 'revoked', key: first.key },
      { outcome: 'revoked', name: second },
    ]);
    expect(organization.leftovers()).toEqual([]);
  });

  it('revoke --all selects, asks for --yes, and can be tried dry', async () => {
    await mintFor(job('acme/shop', '1'));
    await mintFor(job('Acme/Shop', '2'));
    const other = await mintFor(job('acme/other', '1'));
    const count = (): number => organization.leftovers().length;
    expect(await here('revoke', '--all')).toMatchObject({ code: 64, stdout: '' });
    const dry = await here('revoke', '--all', '--run', '1', '--dry-run', '-O', 'json');
    expect(JSON.parse(dry.stdout)).toMatchObject([{ outcome: 'due' }, { outcome: 'due' }]);
    expect(count()).toBe(6);
    await here('revoke', '--all', '--repository', 'acme/shop', '--run', '2', '--yes');
    expect(count()).toBe(4);
    await here('revoke', '--all', '--repository', 'ACME/shop', '-f');
    expect(organization.leftovers()).toEqual([other, other]);
    const none = await here('revoke', '--all', '--repository', 'nobody/none', '-O', 'json');
    expect(none).toMatchObject({ code: 0, stdout: '[]\n' });
  });

  it('reports a lease that cannot be revoked, goes on with the rest, and exits with the class', async () => {
    await mintFor(job('acme/shop', '1'));
    await mintFor(job('acme/shop', '2'));
    const body = { message: 'Forbidden by role policy for iam' };
    const fault = { operation: 'delete-api-key', respond: { status: 403, body } };
    organization.simulator.faults.add(fault);
    const ended = await here('revoke', '--all', '--yes', '-O', 'json');
    expect(ended.code).toBe(77);
    expect(JSON.parse(ended.stdout)).toMatchObject([{ outcome: 'failed' }, { outcome: 'revoked' }]);
  });

  it('sweep goes by deadlines alone without a token', async () => {
    await mintFor(job('acme/shop', '1'));
    const ended = await cli('sweep', '-O', 'json', '--grace', '0');
    expect(JSON.parse(ended.stdout)).toMatchObject([{ outcome: 'kept' }]);
    expect(ended.stderr).toContain('1 kept');
  });

  describe('with a GitHub that knows run 1 as over', () => {
    let github: Server;

    beforeEach(async () => {
      github = createServer((request, response) => {
        const runId = /runs\/(\d+)\/attempts\/1/.exec(request.url ?? '')?.[1];
        const status = runId === '1' ? 'completed' : 'in_progress';
        const one = { id: 55, status, completed_at: runId === '1' ? '2026-01-01T00:00:00Z' : null };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ total_count: 1, jobs: [one] }));
      });
      await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
    });

    afterEach(() => github.close());

    it('sweep revokes what its job left behind', async () => {
      const left = await mintFor(job('acme/shop', '1'));
      const live = await mintFor(job('acme/shop', '2'));
      const url = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
      const env = { ...organization.env, GITHUB_TOKEN: 't', GITHUB_API_URL: url };
      const dry = await runHere(['sweep', '--dry-run', '-O', 'text'], { env });
      expect(dry.stdout).toContain(`due\t`);
      const ended = await run(['sweep', '-O', 'json'], { env });
      expect(JSON.parse(ended.stdout)).toMatchObject([
        { outcome: 'revoked', name: left },
        { outcome: 'kept', name: live },
      ]);
      expect(organization.leftovers()).toEqual([live, live]);
    });
  });

  it('usage compares what was granted with what was used', async () => {
    const created = await here(
      'create',
      '--operation',
      'register-ssh-key,delete-instance,list-zones',
      '-O',
      'json',
    );
    const lease = JSON.parse(created.stdout) as Record<string, string>;
    const { simulator } = organization;
    const credentials = { apiKey: lease['key'] ?? '', apiSecret: lease['secret'] ?? '' };
    const client = createClient({ credentials, fetch: simulator.fetch });
    const body = { name: 'k', 'public-key': 'ssh-ed25519 AAAA' };
    await client.request('register-ssh-key', { body });
    const ended = await cli('usage', lease['name'] ?? '', '-O', 'json');
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      name: lease['name'],
      used: [{ operation: 'register-ssh-key', count: 1 }],
      unused: ['delete-instance'],
      'not-recorded': expect.arrayContaining(['list-zones']),
      complete: true,
    });
  });
});
