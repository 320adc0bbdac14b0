import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fingerprintInstall, isInstalled, rememberInstall } from '../install-state.mjs';

describe('the state of the last install', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'install-state-'));
    write('package.json', '{ "devDependencies": {} }');
    write('pnpm-lock.yaml', 'a');
    write('pnpm-workspace.yaml', 'packages:\n  - packages/*\n  - examples\n\ncatalog:\n  - c\n');
    write('packages/one/package.json', '{ "dependencies": {} }');
    write('packages/two/package.json', '{}');
    for (const folder of ['node_modules', 'packages/one/node_modules']) {
      mkdirSync(join(root, folder));
    }
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }

  it('is unknown before the first', () => {
    expect(isInstalled(root, fingerprintInstall(root))).toBe(false);
  });

  it('holds while nothing changes', () => {
    rememberInstall(root, fingerprintInstall(root));
    expect(isInstalled(root, fingerprintInstall(root))).toBe(true);
  });

  it.each(['package.json', 'packages/two/package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])(
    'is void when %s changes',
    (file) => {
      rememberInstall(root, fingerprintInstall(root));
      write(file, file.endsWith('.json') ? '{ "dependencies": {}, "changed": true }' : 'changed');
      expect(isInstalled(root, fingerprintInstall(root))).toBe(false);
    },
  );

  it.each(['packages/three', 'examples'])('is void when %s became a package', (folder) => {
    rememberInstall(root, fingerprintInstall(root));
    write(`${folder}/package.json`, '{}');
    expect(isInstalled(root, fingerprintInstall(root))).toBe(false);
  });

  it("is void when a package's node_modules was removed", () => {
    rememberInstall(root, fingerprintInstall(root));
    rmSync(join(root, 'packages/one/node_modules'), { recursive: true });
    expect(isInstalled(root, fingerprintInstall(root))).toBe(false);
  });
});
