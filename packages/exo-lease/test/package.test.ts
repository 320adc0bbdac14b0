// The tarball as it is published: installed offline into an empty project, and run by npx.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'exo-lease-'));
});

afterAll(() => rmSync(project, { recursive: true }));

function npm(command: 'npm' | 'npx', args: readonly string[], cwd: string): string {
  // npm itself may be of another Node; what it starts is this one.
  const PATH = [dirname(process.execPath), process.env['PATH']].join(':');
  const env = { ...process.env, PATH, HOME: project, npm_config_offline: 'true' };
  return execFileSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it('installs itself alone, and npx runs it', () => {
  npm('npm', ['pack', '--ignore-scripts', '--pack-destination', project], packageFolder);
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(project, 'package.json'), '{"private": true}');
  npm('npm', ['install', '--no-audit', '--no-fund', join(project, tarball)], project);
  const installed = readdirSync(join(project, 'node_modules')).filter(
    (name) => !name.startsWith('.'),
  );
  expect(installed).toEqual(['@x']);
  expect(readdirSync(join(project, 'node_modules/@x'))).toEqual(['exo-lease']);
  expect(npm('npx', ['--no', 'exo-lease', '--version'], project)).toMatch(/^\d+\.\d+\.\d+\n$/);
  const args = ['--no', '--', 'exo-lease', 'explain', '--operation', 'list-zones', '-O', 'json'];
  expect(JSON.parse(npm('npx', args, project))).toHaveProperty('policy');
});
