// `exo-lease exec`: what the command gets, and what becomes of its key.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { run } from './support/command.ts';
import { openOrganization, type Organization } from './support/organization.ts';

const scope = ['--operation', 'list-zones,list-instances'];
const printEnvironment = ['--', 'env'];

describe('exec', () => {
  let organization: Organization;

  beforeEach(async () => {
    organization = await openOrganization();
  });

  afterEach(() => organization.close());

  it('runs the command with a key of its own and no other', async () => {
    const { simulator, env } = organization;
    const stale = { EXOSCALE_KEY: 'old', CLOUDSTACK_SECRET: 'old', EXO_LEASE_IDENTITY: 'eli_x' };
    const ended = await run(['exec', ...scope, ...printEnvironment], { env: { ...env, ...stale } });
    const seen = environmentOf(ended.stdout);
    const created = simulator.requests.find(({ operation }) => operation === 'create-api-key');
    expect(created?.status).toBe(200);
    expect(seen['EXOSCALE_API_KEY']).toMatch(/^EXO[0-9a-f]{24}$/);
    expect(seen['EXOSCALE_API_KEY']).not.toBe(simulator.parentKey.apiKey);
    expect(ended.stdout).not.toContain(simulator.parentKey.apiSecret);
    expect(seen['EXOSCALE_API_ENDPOINT']).toBe(organization.endpoint);
    for (const name of Object.keys(stale)) expect(seen).not.toHaveProperty(name);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stderr).not.toContain(seen['EXOSCALE_API_SECRET']);
    expect(organization.leftovers()).toEqual([]);
  });

  it('sets the variables of the presets', async () => {
    const { env } = organization;
    const stale = { AWS_SESSION_TOKEN: 'old', AWS_PROFILE: 'old' };
    const presets = ['--export', 'exoscale,terraform,sos', '--zone', 'de-fra-1'];
    const args = ['exec', ...scope, '--tag', 'sos', ...presets, ...printEnvironment];
    const ended = await run(args, { env: { ...env, ...stale } });
    const seen = environmentOf(ended.stdout);
    expect(seen).toMatchObject({
      EXOSCALE_KEY: seen['EXOSCALE_API_KEY'],
      AWS_ACCESS_KEY_ID: seen['EXOSCALE_API_KEY'],
      AWS_ENDPOINT_URL_S3: 'https://sos-de-fra-1.exo.io',
      EXOSCALE_ZONE: 'de-fra-1',
    });
    for (const name of Object.keys(stale)) expect(seen).not.toHaveProperty(name);
  });

  it.each([
    ['its own', 'exit 3', 3],
    ['that of its signal', 'kill -KILL $$', 137],
  ])('exits with the code of the command: %s', async (_, script, code) => {
    const { env } = organization;
    const ended = await run(['exec', ...scope, '--', 'sh', '-c', script], { env });
    expect(ended.code).toBe(code);
    expect(organization.leftovers()).toEqual([]);
  });

  it('passes arguments, standard input and output through', async () => {
    const { env } = organization;
    const args = [
      'exec',
      ...scope,
      '--',
      'sh',
      '-c',
      'cat; echo "$@"',
      'sh',
      '-z',
      '--debug',
      'a b',
    ];
    const ended = await run(args, { env, input: 'from outside\n' });
    expect(ended.stdout).toBe('from outside\n-z --debug a b\n');
    expect(ended.stderr).not.toContain('debug:');
  });

  it('leaves nothing for a command that does not exist or is not executable', async () => {
    const { env, home, simulator } = organization;
    const file = join(home, 'not-executable');
    writeFileSync(file, 'text', { mode: 0o600 });
    const missing = await run(['exec', ...scope, '--', 'no-such-command'], { env });
    const unusable = await run(['exec', ...scope, '--', file], { env });
    expect([missing.code, unusable.code]).toEqual([127, 126]);
    expect(simulator.requests).toEqual([]);
  });

  it('revokes for a command that passes the check and cannot be started', async () => {
    const { env, home } = organization;
    const file = join(home, 'no-interpreter');
    writeFileSync(file, '#!/no/such/interpreter\n', { mode: 0o700 });
    const ended = await run(['exec', ...scope, '--', file], { env });
    expect(ended.code).toBe(127);
    expect(organization.leftovers()).toEqual([]);
  });

  it('undoes a mint that fails, with the class of the refusal', async () => {
    const { env, simulator } = organization;
    const message = 'Forbidden by role policy for iam';
    const respond = { status: 403, body: { message } };
    simulator.faults.add({ operation: 'create-api-key', respond });
    const ended = await run(['exec', ...scope, '--', 'true'], { env });
    expect(ended.code).toBe(77);
    expect(ended.stderr).toContain('iam');
    expect(organization.leftovers()).toEqual([]);
  });

  it('exits with 75 when the command succeeded and its key is left, else with its code', async () => {
    const { env, simulator } = organization;
    const respond = { status: 403, body: { message: 'Forbidden' } };
    simulator.faults.add({ operation: 'delete-api-key', respond, times: Infinity });
    const succeeded = await run(['exec', ...scope, '--', 'true'], { env });
    const failed = await run(['exec', ...scope, '--', 'false'], { env });
    expect([succeeded.code, failed.code]).toEqual([75, 1]);
    expect(succeeded.stderr).toContain(organization.leftovers()[0]);
  });

  it('keeps trying while the API is in trouble', async () => {
    const { env, simulator } = organization;
    const respond = { status: 503, headers: { 'retry-after': '0' }, body: { message: 'busy' } };
    simulator.faults.add({ operation: 'delete-api-key', respond, times: 6 });
    const ended = await run(['exec', ...scope, '--', 'true'], { env });
    expect(ended.code).toBe(0);
    expect(organization.leftovers()).toEqual([]);
  });

  it('revokes when nobody reads its output', async () => {
    const { env } = organization;
    const script = '"$0" "$@" 2>&1 | head -n 1';
    const args = ['exec', ...scope, '--', 'sh', '-c', 'yes; true'];
    const ended = await run(args, { env, wrapper: ['sh', '-c', script] });
    expect(ended.stdout).toMatch(/^Minted EXO/);
    expect(organization.leftovers()).toEqual([]);
  });
});

function environmentOf(text: string): Record<string, string> {
  return Object.fromEntries(text.split('\n').map((line) => line.split(/=(.*)/)));
}
