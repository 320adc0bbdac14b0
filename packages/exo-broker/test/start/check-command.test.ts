// The command `check` as a child process, and the files that hold secrets.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, it } from 'vitest';

import { readSecretFile } from '../../src/start/read-secret-file.ts';
import { checkSqlitePath } from '../../src/store/check-sqlite-path.ts';
import { githubClaims } from '../claims.ts';

const folder = mkdtempSync(join(tmpdir(), 'broker-'));
const example = fileURLToPath(
  new URL('../../../../examples/exo-broker/github.yml', import.meta.url),
);
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

function link(name: string, target: string): string {
  const path = join(folder, name);
  symlinkSync(target, path);
  return path;
}

function check(...args: string[]): { code: number | null; output: string } {
  const { status, stdout } = spawnSync(process.execPath, [cli, 'check', ...args], {
    encoding: 'utf8',
  });
  return { code: status, output: stdout };
}

describe('exo-broker check', () => {
  const github = 'https://token.actions.githubusercontent.com';

  it('exits 0 for a valid file and claims that match', () => {
    const claims = file('claims.json', JSON.stringify(githubClaims(github)));
    const { code, output } = check(example, '--claims', claims);
    expect(code).toBe(0);
    expect(output).toContain('shop-deploy: matches');
  });

  it('exits 77 and names the first entry that differs', () => {
    const claims = file(
      'other.json',
      JSON.stringify(githubClaims(github, { ref: 'refs/heads/x' })),
    );
    const { code, output } = check(example, '--claims', claims);
    expect(code).toBe(77);
    expect(output).toContain('ref differs');
  });

  it('exits 78 for a broken file, with line and column, and for one that is missing', () => {
    const broken = file('broken.yml', 'version: 1\nversion: 1\n');
    const { code, output } = check(broken);
    expect(code).toBe(78);
    expect(output).toContain('broken.yml:2:1: ');
    expect(check(join(folder, 'missing.yml')).code).toBe(78);
  });
});

describe('checkSqlitePath', () => {
  it('refuses a file system over a network, and takes any other', async () => {
    const on = (type: number) => ({ statfs: () => Promise.resolve({ type }) });
    for (const type of [0x6969, 0xff534d42, -11_317_950]) {
      await expect(checkSqlitePath('/mnt/leases.db', on(type))).rejects.toMatchObject({
        code: 'ERR_CONFIG_INVALID',
      });
    }
    await expect(checkSqlitePath('/mnt/leases.db', on(0xef53))).resolves.toBeUndefined();
    await expect(checkSqlitePath(join(folder, 'leases.db'))).resolves.toBeUndefined();
  });
});

describe('readSecretFile', () => {
  it('reads the secret, and warns if others can read it', async () => {
    const text = 'not-a-real-one\n';
    await expect(readSecretFile(file('own', text))).resolves.toMatchObject({ warning: undefined });
    const mounted = await readSecretFile(file('mounted', text, 0o644));
    expect(mounted.secret).toBe(text.trim());
    expect(mounted.warning).not.toContain(text.trim());
  });

  it('reads a copy that systemd made, mode 0400, without a warning', async () => {
    await expect(readSecretFile(file('credential', 'x', 0o400))).resolves.toEqual({
      secret: 'x',
      warning: undefined,
    });
  });

  it('reads a Secret that Kubernetes mounted, and its next version, with a warning', async () => {
    // `exo-prod` is a link to `..data/exo-prod`, and `..data` one to the folder of the version.
    const mount = join(folder, 'mount');
    for (const version of ['..v1', '..v2']) {
      mkdirSync(join(mount, version), { recursive: true });
      file(`mount/${version}/exo-prod`, version, 0o440);
    }
    symlinkSync('..v1', join(mount, '..data'));
    const path = link('mount/exo-prod', '..data/exo-prod');
    const before = await readSecretFile(path);
    symlinkSync('..v2', join(mount, '..data_tmp'));
    renameSync(join(mount, '..data_tmp'), join(mount, '..data'));
    const after = await readSecretFile(path);
    expect([before.secret, after.secret]).toEqual(['..v1', '..v2']);
    expect(after.warning).toContain('group');
  });

  it.each([
    ['missing', () => join(folder, 'none')],
    ['writable by others', () => file('open', 'x', 0o622)],
    ['writable by its group', () => file('group', 'x', 0o660)],
    ['writable by everyone behind a link', () => link('to-open', file('open-target', 'x', 0o602))],
    ['a link to nothing', () => link('dangling', join(folder, 'none'))],
    ['empty', () => file('empty', '\n')],
    ['of two lines', () => file('two', 'a\nb')],
    ['a folder', () => folder],
  ])('refuses a file that is %s', async (_title, make) => {
    await expect(readSecretFile(make())).rejects.toMatchObject({ code: 'ERR_SECRET_FILE' });
  });
});
