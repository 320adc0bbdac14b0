import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { replaceFile } from '../../src/cli/replace-file.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exo-sim-'));
  path = join(folder, 'state.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

it('writes for the owner alone, and leaves nothing else behind', () => {
  writeFileSync(path, 'old');
  chmodSync(path, 0o644);
  replaceFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['state.json']);
});

it('does not follow a link that somebody put in its way', () => {
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'untouched');
  symlinkSync(victim, `${path}.new`);
  replaceFile(path, 'new');
  expect(readFileSync(victim, 'utf8')).toBe('untouched');
});

it('replaces what links lead to, and leaves the links', () => {
  mkdirSync(join(folder, 'disk'));
  const target = join(folder, 'disk', 'kept.json');
  symlinkSync('disk/kept.json', join(folder, 'first'));
  symlinkSync(join(folder, 'first'), path);
  // First there is nothing that they lead to.
  for (const text of ['old', 'new']) {
    replaceFile(path, text);
    expect(readFileSync(target, 'utf8')).toBe(text);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
  }
  expect(readdirSync(join(folder, 'disk'))).toEqual(['kept.json']);
});

it('reads a link from where it is', () => {
  mkdirSync(join(folder, 'deep', 'disk'), { recursive: true });
  symlinkSync('../kept.json', join(folder, 'deep', 'disk', 'state.json'));
  symlinkSync('deep/disk', join(folder, 'short'));
  replaceFile(join(folder, 'short', 'state.json'), 'new');
  expect(readFileSync(join(folder, 'deep', 'kept.json'), 'utf8')).toBe('new');
});

it('throws where it cannot write', () => {
  expect(() => replaceFile(join(folder, 'missing', 'state.json'), '')).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});
