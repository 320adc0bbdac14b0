// Where the parent key comes from.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Ended } from './support/command.ts';
import { bareEnvironment, openOrganization, type Organization } from './support/organization.ts';
import { runHere } from './support/run-here.ts';

describe('credentials', () => {
  let organization: Organization;
  let bare: Record<string, string>;

  beforeEach(async () => {
    organization = await openOrganization();
    bare = bareEnvironment(organization.home);
  });

  afterEach(() => organization.close());

  const list = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> =>
    runHere(['list', '-O', 'json', ...args], { env });

  function write(path: string, text: string, mode = 0o600): string {
    const file = join(organization.home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode });
    return file;
  }

  function account(name: string, secret?: string): string {
    const { apiKey, apiSecret } = organization.simulator.parentKey;
    return `[[accounts]]\nname = "${name}"\nkey = "${apiKey}"\n${secret ?? `secret = "${apiSecret}"`}\nendpoint = "${organization.endpoint}"\n`;
  }

  it.each(['.config/exoscale/exoscale.toml', '.exoscale/exoscale.toml', 'exoscale.toml'])(
    'finds ~/%s',
    async (path) => {
      write(path, `defaultaccount = "main"\n${account('main')}`);
      expect(await list([], bare)).toMatchObject({ code: 0, stdout: '[]\n', stderr: '' });
    },
  );

  it('takes the account of -A from the file of -C, before the environment', async () => {
    const file = write('elsewhere.toml', account('other'));
    const env = { ...bare, EXOSCALE_API_KEY: 'EXOwrong', EXOSCALE_API_SECRET: 'wrong' };
    expect(await list(['-C', file, '-A', 'other'], env)).toMatchObject({ code: 0 });
    const named = { ...bare, EXOSCALE_CONFIG: file, EXOSCALE_ACCOUNT: 'other' };
    expect(await list([], named)).toMatchObject({ code: 0 });
  });

  it('ignores the case of names, and takes the secret from a command', async () => {
    const { apiSecret } = organization.simulator.parentKey;
    const file = write('secret', `${apiSecret}\n\n`);
    const text = account('main', `secretCommand = ["cat", ${JSON.stringify(file)}]`);
    write('exoscale.toml', `DefaultAccount = "main"\n${text.replace('name', 'Name')}`);
    expect(await list([], bare)).toMatchObject({ code: 0 });
  });

  it.each([
    ['cannot be started', '["no-such-program"]', 'ENOENT'],
    ['fails', '["false"]', 'exit code 1'],
    ['prints nothing', '["true"]', 'printed nothing'],
  ])('says when the secret command %s', async (_, command, named) => {
    write('exoscale.toml', `defaultaccount = "a"\n${account('a', `secretCommand = ${command}`)}`);
    const ended = await list([], bare);
    expect(ended.code).toBe(70);
    expect(ended.stderr).toContain(named);
  });

  it('warns of a file that others can read', async () => {
    write('exoscale.toml', `defaultaccount = "main"\n${account('main')}`, 0o644);
    const ended = await list([], bare);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('chmod 600');
  });

  it('names the place of a mistake, and does not quote the file', async () => {
    write('exoscale.toml', 'defaultaccount = "a"\n[[accounts]]\nsecret = "s3cret\n');
    const ended = await list([], bare);
    expect(ended.code).toBe(64);
    expect(ended.stderr).toMatch(/line 3, column \d+/);
    expect(ended.stderr).not.toContain('s3cret');
  });

  it('names the accounts that exist', async () => {
    write('exoscale.toml', account('one') + account('two'));
    const unknown = await list(['-A', 'three'], bare);
    const none = await list([], bare);
    expect([unknown.code, none.code]).toEqual([64, 64]);
    expect(unknown.stderr).toContain('"one", "two"');
    expect(none.stderr).toContain('defaultaccount');
  });

  it.each([
    ['EXOSCALE_API_KEY', 'EXOSCALE_API_SECRET'],
    ['EXOSCALE_API_SECRET', 'EXOSCALE_API_KEY'],
  ])('refuses %s alone', async (given, missing) => {
    const ended = await list([], { ...bare, [given]: 'x' });
    expect(ended.code).toBe(64);
    expect(ended.stderr).toContain(missing);
  });

  it('says what is possible when there is nothing', async () => {
    const ended = await list([], bare);
    expect(ended.code).toBe(64);
    expect(ended.stderr).toContain('.config/exoscale/exoscale.toml');
  });

  it.each([
    ['secret', 'key = 3'],
    ['accounts', 'accounts = "x"'],
    ['secretcommand', '[[accounts]]\nsecretCommand = []'],
  ])('refuses a file with the wrong types: %s', async (_, text) => {
    write('exoscale.toml', text.includes('accounts') ? text : `[[accounts]]\n${text}`);
    expect((await list(['-A', 'a'], bare)).code).toBe(64);
  });
});
