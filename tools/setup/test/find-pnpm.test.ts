import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findPnpm } from '../find-pnpm.mjs';

describe('findPnpm', () => {
  let bin: string;

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'find-pnpm-'));
  });

  afterEach(() => rmSync(bin, { recursive: true }));

  function installPnpm(version: string): void {
    writeFileSync(join(bin, 'pnpm'), `#!/bin/sh\necho ${version}\n`);
    chmodSync(join(bin, 'pnpm'), 0o755);
  }

  it('takes the one on the PATH when it is the pinned version', () => {
    installPnpm('12.0.1');
    expect(findPnpm('pnpm@12.0.1+sha512.abc', { PATH: bin })).toEqual(['pnpm']);
  });

  it.each(['none', 'another version'])('has npm fetch it when there is %s', (found) => {
    if (found !== 'none') installPnpm('12.0.2');
    const fetched = ['exec', '--yes', '--package=pnpm@12.0.1', '--', 'pnpm'];
    expect(findPnpm('pnpm@12.0.1', { PATH: bin })).toEqual(['npm', ...fetched]);
    expect(findPnpm('pnpm@12.0.1', { PATH: bin, npm_execpath: '/npm-cli.js' })).toEqual([
      process.execPath,
      '/npm-cli.js',
      ...fetched,
    ]);
  });
});
