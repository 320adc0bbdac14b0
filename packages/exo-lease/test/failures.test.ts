// What the API, the network and the streams can do to a command.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { run } from './support/command.ts';
import { openOrganization, type Organization } from './support/organization.ts';
import { runHere } from './support/run-here.ts';

describe('failures', () => {
  let organization: Organization;

  beforeAll(async () => {
    organization = await openOrganization();
  });

  beforeEach(() => organization.simulator.faults.clear());

  afterAll(() => organization.close());

  it('exits with 77 and the class when the policy of the key denies', async () => {
    const { env, simulator } = organization;
    const body = { message: 'Forbidden by role policy for iam' };
    simulator.faults.add({ operation: 'list-api-keys', respond: { status: 403, body } });
    const ended = await runHere(['list'], { env });
    expect(ended.code).toBe(77);
    expect(ended.stderr).toContain('class iam');
  });

  it('exits with 77 for a clock that is wrong, and says by how much', async () => {
    const { env, simulator } = organization;
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const respond = { status: 403, headers: { date }, body: { message: 'expired' } };
    simulator.faults.add({ operation: 'list-api-keys', respond });
    const ended = await runHere(['list'], { env });
    expect(ended.code).toBe(77);
    expect(ended.stderr).toContain('60 minutes behind');
  });

  it.runIf(process.platform === 'linux')('exits with 70 if the disk is full', async () => {
    const { env } = organization;
    const wrapper = ['sh', '-c', 'exec "$@" > /dev/full', 'sh'] as const;
    const ended = await run(['operations'], { env, wrapper });
    expect(ended.code).toBe(70);
    expect(ended.stderr).toContain('ENOSPC');
  });

  it('exits with 69 without a network', async () => {
    const { env } = organization;
    const closed = { ...env, EXOSCALE_API_ENDPOINT: 'http://127.0.0.1:9/v2' };
    const ended = await runHere(['list'], { env: closed });
    expect(ended.code).toBe(69);
    expect(ended.stderr).toContain('127.0.0.1:9');
  });

  it('refuses to sign while certificates are not checked', async () => {
    const { env } = organization;
    const ended = await runHere(['list'], { env: { ...env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
    expect(ended.code).toBe(64);
  });

  it.each([
    ['standard output', ['-c', 'exec "$0" "$@" >&-']],
    ['standard error', ['-c', 'exec "$0" "$@" 2>&-']],
    ['standard input', ['-c', 'exec "$0" "$@" <&-']],
  ])('revokes with %s closed', async (_, script) => {
    const { env } = organization;
    const args = ['exec', '--operation', 'list-zones', '--', 'true'];
    const ended = await run(args, { env, wrapper: ['sh', ...script] });
    expect(ended.code).toBe(0);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect(organization.leftovers()).toEqual([]);
  });

  it('revokes a key whose secret nobody reads', async () => {
    const { env } = organization;
    const script = '{ "$0" "$@"; echo "code $?" >&2; } | true';
    // The reader is gone long before a key is minted.
    organization.simulator.faults.add({ operation: 'create-api-key', delayMs: 500 });
    const args = ['create', '--operation', 'list-zones'];
    const ended = await run(args, { env, wrapper: ['sh', '-c', script] });
    expect(ended.stderr).toContain('code 70');
    expect(organization.leftovers()).toEqual([]);
  });

  it('makes nothing when the journal cannot be written', async () => {
    const { env, simulator } = organization;
    const args = ['create', '--operation', 'list-zones'];
    const before = simulator.requests.length;
    const ended = await runHere(args, { env: { ...env, XDG_STATE_HOME: '/dev/null' } });
    expect(ended.code).toBe(70);
    expect(ended.stderr).toContain('XDG_STATE_HOME');
    expect(simulator.requests.length).toBe(before);
  });

  it('prints requests with --debug, without anything secret', async () => {
    const { env, simulator } = organization;
    const ended = await runHere(['list', '--debug'], { env });
    expect(ended.stderr).toContain('debug: list-api-keys: GET ');
    expect(ended.stderr).not.toContain(simulator.parentKey.apiSecret);
    expect(ended.stderr).not.toContain('signature');
  });
});
