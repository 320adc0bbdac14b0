import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findPnpm } from '../find-pnpm.mjs';

const repository = join(import.meta.dirname, '../../..');
const lock = readFileSync(join(repository, 'tools/setup/pnpm/package-lock.json'), 'utf8');
const { integrity } = JSON.parse(lock).packages['node_modules/pnpm'];

describe('findPnpm', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'find-pnpm-'));
    cpSync(join(repository, 'tools/setup/pnpm/package-lock.json'), lockFile());
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function lockFile(folder = ''): string {
    return join(root, 'tools/setup/pnpm', folder, 'package-lock.json');
  }

  function install(text: string): void {
    mkdirSync(join(root, 'tools/setup/pnpm/node_modules'), { recursive: true });
    writeFileSync(join(root, 'tools/setup/pnpm/node_modules/.package-lock.json'), text);
  }

  it('takes the installed one when its hash is that of the lock file', () => {
    install(lock);
    expect(findPnpm(root, {}).install).toBeUndefined();
  });

  it.each(['none', 'another one'])('has npm install it when there is %s', (found) => {
    if (found !== 'none') install(lock.replace(integrity, 'sha512-other'));
    expect(findPnpm(root, {}).install?.slice(0, 2)).toEqual(['npm', 'install']);
    expect(findPnpm(root, { npm_execpath: '/npm-cli.js' }).install?.slice(0, 3)).toEqual([
      process.execPath,
      '/npm-cli.js',
      'install',
    ]);
  });

  it('has the version and the hash of `packageManager` in its lock file', () => {
    const { packageManager } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
    const { version } = JSON.parse(lock).packages['node_modules/pnpm'];
    const hash = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
    expect(packageManager).toBe(`pnpm@${version}+sha512.${hash}`);
  });
});
