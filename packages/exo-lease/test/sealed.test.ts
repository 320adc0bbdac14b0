// keygen, create --seal-to, open.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { run } from './support/command.ts';
import { openOrganization, type Organization } from './support/organization.ts';
import { runHere } from './support/run-here.ts';

interface Pair {
  readonly recipient: string;
  readonly identity: string;
}

describe('sealed leases', () => {
  let organization: Organization;
  let pair: Pair;

  beforeAll(async () => {
    organization = await openOrganization();
    pair = JSON.parse((await run(['keygen', '-O', 'json'], organization)).stdout) as Pair;
  });

  afterAll(() => organization.close());

  const createSealed = (recipient: string, env = organization.env): ReturnType<typeof run> =>
    run(['create', '--operation', 'list-zones', '--seal-to', recipient, '-O', 'json'], { env });

  it('keygen makes a pair, as text in two lines', async () => {
    expect(pair.recipient).toMatch(/^elr_[\w-]{43}$/);
    expect(pair.identity).toMatch(/^eli_[\w-]+$/);
    const { stdout } = await runHere(['keygen', '-O', 'text'], organization);
    expect(stdout).toMatch(/^recipient\telr_\S+\nidentity\teli_\S+\n$/);
  });

  it('create seals the secret, and open gives it back', async () => {
    const { env, home, simulator } = organization;
    const created = await createSealed(pair.recipient);
    const lease = JSON.parse(created.stdout) as Record<string, string>;
    const key = simulator.state.apiKeys.get(lease['key'] ?? '');
    expect(lease).not.toHaveProperty('secret');
    expect(created.stdout).not.toContain(key?.secret);
    const file = join(home, 'identity');
    writeFileSync(file, `${pair.identity}\n`);
    const args = ['open', '--identity', file, '-O', 'json'];
    const opened = await run(args, { env, input: `${lease['sealed']}\n` });
    expect(JSON.parse(opened.stdout)).toMatchObject({ key: lease['key'], secret: key?.secret });
  });

  it('of a job of GitHub, the lease belongs to the whole run', async () => {
    const github = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '12' };
    const { stdout } = await createSealed(pair.recipient, { ...organization.env, ...github });
    expect((JSON.parse(stdout) as Record<string, string>)['name']).toContain('.gr.');
  });

  it('refuses what is not a recipient before anything is minted', async () => {
    const before = organization.simulator.requests.length;
    const ended = await createSealed('elr_short');
    expect(ended.code).toBe(64);
    expect(organization.simulator.requests.length).toBe(before);
  });

  it.each([
    ['no identity', { EXO_LEASE_IDENTITY: '' }, 'a.b.c'],
    ['what is not an identity', { EXO_LEASE_IDENTITY: 'eli_x' }, 'a.b.c'],
    ['what is not sealed', {}, 'text'],
  ])('open refuses %s', async (_, variables, input) => {
    const identity = { EXO_LEASE_IDENTITY: pair.identity };
    const env = { ...organization.env, ...identity, ...variables };
    const ended = await runHere(['open'], { env, input });
    expect(ended).toMatchObject({ code: 64, stdout: '' });
  });
});
