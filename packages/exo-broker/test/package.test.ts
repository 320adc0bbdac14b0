// The tarball as it is published. Its command runs from an empty folder without any dependency, as in the image
// of deploy/Containerfile; what the library imports is declared.
import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const example = join(packageFolder, '../../examples/exo-broker/github.yml');
let folder: string;
let installed: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'exo-broker-package-'));
  const pack = ['pack', '--ignore-scripts', '--offline', '--json', '--pack-destination', folder];
  execFileSync('npm', pack, { cwd: packageFolder, env: { ...process.env, HOME: folder } });
  const tarball = globSync('*.tgz', { cwd: folder })[0] ?? '';
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', folder]);
  installed = join(folder, 'package');
});

afterAll(() => rmSync(folder, { recursive: true }));

function exoBroker(...args: string[]): string {
  const options = { cwd: folder, encoding: 'utf8', env: {} } as const;
  return execFileSync(process.execPath, [join(installed, 'dist/cli.js'), ...args], options);
}

it('runs its command without a dependency', () => {
  const { version } = readManifest();
  expect(exoBroker('--version')).toBe(`${version}\n`);
  copyFileSync(example, join(folder, 'broker.yml'));
  expect(exoBroker('check', 'broker.yml')).toBe('broker.yml is valid: 1 rule.\n');
});

it('declares what its library imports', () => {
  const declared = Object.keys(readManifest().dependencies);
  const imported = new Set<string>();
  for (const file of globSync('dist/{index,library/*}.js', { cwd: installed })) {
    const code = readFileSync(join(installed, file), 'utf8');
    for (const [, name = ''] of code.matchAll(/^[ie}].*\bfrom ?["']([^."'][^"']*)["']/gm)) {
      if (!isBuiltin(name)) imported.add(name.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? name);
    }
  }
  expect(imported).toContain('jose');
  expect([...imported].filter((name) => !declared.includes(name))).toEqual([]);
});

it('brings what a deployment needs, and nothing of the tests', () => {
  const names = globSync('deploy/*', { cwd: installed }).map((name) => basename(name));
  expect(names.toSorted()).toEqual([
    'Containerfile',
    'README.md',
    'compose.yml',
    'exo-broker.service',
    'kubernetes.yml',
  ]);
  expect(globSync('{src,test}', { cwd: installed })).toEqual([]);
});

function readManifest(): { version: string; dependencies: Record<string, string> } {
  const text = readFileSync(join(installed, 'package.json'), 'utf8');
  return JSON.parse(text) as { version: string; dependencies: Record<string, string> };
}
