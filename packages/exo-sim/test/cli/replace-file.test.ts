import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { readdirSync, writeFileSync } from 'node:fs';
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

it('throws where it cannot write', () => {
  expect(() => replaceFile(join(folder, 'missing', 'state.json'), '')).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});
