import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findNode } from '../find-node.mjs';

describe('findNode', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'find-node-'));
    mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function installNode(script: string): void {
    const path = join(root, 'node_modules/.bin/node');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  it('takes the one that was installed', () => {
    installNode('echo v24.99.0');
    expect(findNode(root, '^24.5.0')).toEqual({ version: '24.99.0' });
  });

  it('says so when that one does not run on this system', () => {
    installNode('exit 127');
    expect(findNode(root, '^24.5.0').problem).toMatch(/^SETUP_NODE_UNUSABLE: /);
  });

  it('is content with the Node at hand when it is in the range', () => {
    const { node } = process.versions;
    expect(findNode(root, `^${Number.parseInt(node, 10)}.0.0`)).toEqual({ version: node });
  });

  it.each(['^1.0.0', '^999.0.0'])('names what is missing when %s is wanted', (range) => {
    expect(findNode(root, range).problem).toMatch(/^SETUP_NODE_MISSING: /);
  });
});
