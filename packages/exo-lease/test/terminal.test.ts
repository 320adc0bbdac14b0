// What is different on a terminal: color, width, questions, progress, and Ctrl+C.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openOrganization, type Organization } from './support/organization.ts';
import { runHere } from './support/run-here.ts';
import { runOnTerminal } from './support/terminal.ts';

const create = ['create', '--operation', 'list-zones'];
const escape = '\u001B[';
const bold = `${escape}1m`;

describe('on a terminal', () => {
  let organization: Organization;

  beforeEach(async () => {
    organization = await openOrganization();
  });

  afterEach(() => organization.close());

  it.each([
    ['a terminal', runOnTerminal, { variables: {}, isColored: true }],
    ['NO_COLOR', runOnTerminal, { variables: { NO_COLOR: '1' }, isColored: false }],
    ['no terminal', runHere, { variables: {}, isColored: false }],
    ['FORCE_COLOR, no terminal', runHere, { variables: { FORCE_COLOR: '1' }, isColored: true }],
  ])('colors heads with %s', async (_, runIt, { variables, isColored }) => {
    const env: Record<string, string> = { ...organization.env, ...variables };
    const { stdout, code } = await runIt(['list'], { env });
    expect(code).toBe(0);
    expect(stdout.includes(bold)).toBe(isColored);
  });

  it('cuts tables to the width, down to what can be read', async () => {
    const { env } = organization;
    await runHere(create, { env });
    for (const columns of [80, 20]) {
      const { stdout } = await runOnTerminal(['list', '-Q'], {
        env: { ...env, NO_COLOR: '1' },
        columns,
      });
      const [head = '', row = ''] = stdout.trimEnd().split('\r\n');
      expect(row).toContain('…');
      expect(head.length).toBeLessThanOrEqual(Math.max(columns, 48));
      expect(row.length).toBeLessThanOrEqual(Math.max(columns, 48));
    }
  });

  it('create shows the secret once, and how to use it', async () => {
    const { env } = organization;
    const { stdout } = await runOnTerminal(create, { env: { ...env, NO_COLOR: '1' } });
    const secret = /^secret +(\S+)/m.exec(stdout)?.[1] ?? '';
    expect(stdout.split(secret)).toHaveLength(2);
    expect(stdout).toContain('EXOSCALE_API_SECRET');
  });

  it.each([
    ['y', 0, 0],
    ['n', 64, 2],
  ])('revoke --all asks, and takes %s for an answer', async (answer, code, left) => {
    const { env } = organization;
    await runHere(create, { env });
    const script = [['[y/N]', `${answer}\r`]] as const;
    const ended = await runOnTerminal(['revoke', '--all'], { env, script });
    expect(ended.code).toBe(code);
    expect(organization.leftovers()).toHaveLength(left);
  });

  it('Ctrl+C at the question revokes nothing', async () => {
    const { env } = organization;
    await runHere(create, { env });
    const script = [['[y/N]', '\u0003']] as const;
    const ended = await runOnTerminal(['revoke', '--all'], { env, script });
    expect(ended.code).toBe(130);
    expect(organization.leftovers()).toHaveLength(2);
  });

  it('Ctrl+C reaches the command of exec once, and the key is revoked', async () => {
    const { env } = organization;
    const program = `n=0; trap 'n=$((n + 1))' INT; echo ready
      while [ $n -eq 0 ]; do sleep 0.05; done; sleep 0.3; echo "signals $n"; exit 5`;
    const args = ['exec', '--operation', 'list-zones', '--', 'sh', '-c', program];
    const ended = await runOnTerminal(args, { env, script: [['ready', '\u0003']] });
    expect(ended).toMatchObject({ code: 5 });
    expect(ended.stdout).toContain('signals 1');
    expect(organization.leftovers()).toEqual([]);
  });

  it('the command of exec has the terminal to itself', async () => {
    const { env } = organization;
    const script = [['name? ', 'Ada\r']] as const;
    const shell = 'test -t 0 && test -t 1 && printf "name? " && read -r name && echo "hello $name"';
    const args = ['exec', '--operation', 'list-zones', '--', 'sh', '-c', shell];
    const ended = await runOnTerminal(args, { env, script });
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('hello Ada');
  });

  it('shows progress that is gone afterwards, unless it is quiet', async () => {
    const { env, simulator } = organization;
    const fault = { operation: 'list-api-keys', delayMs: 900 };
    simulator.faults.add(fault);
    const { stdout } = await runOnTerminal(['list'], { env });
    expect(stdout).toContain('Listing leases…');
    expect(stdout.lastIndexOf(`\r${escape}2K`)).toBeGreaterThan(stdout.indexOf('Listing'));
    simulator.faults.add(fault);
    expect((await runOnTerminal(['list', '-Q'], { env })).stdout).not.toContain('Listing');
  });
});
