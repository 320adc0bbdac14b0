// The shell in the root README and in docs runs as it stands. Programs that need an account or a network are
// stand-ins that write down their command line and standard input.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { codeBlocks } from '../src/markdown.ts';
import { glob, read } from '../src/repository.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const standIns: Readonly<Record<string, string>> = {
  exo: 'cat >> calls',
  gh: 'cat >> calls',
  git: `printf '%s\\trefs/heads/main\\n' ${commit}`,
};
const [policy = ''] = codeBlocks(
  read('docs/parent-key.md').split('\n## scoped-role\n')[1] ?? '',
  'json',
);
const [workflow = ''] = codeBlocks(read('README.md'), 'yaml');
const workflowFile = '.github/workflows/deploy.yml';

// By their first words, those that do not run here.
const reasons: Readonly<Record<string, string>> = {
  'npm run demo': 'installs and builds the repository',
  'git clone': 'needs the repository on GitHub, and installs',
  'sudo ': 'sets a machine up for the broker',
  sqlite3: 'needs the database of a broker',
  'npm audit signatures': 'asks npm for a release that does not exist yet',
  'npm trust github': 'needs two-factor authentication on npm',
};

// Pages whose shell is safe to run with the stand-ins. Nothing of another page runs.
const pages = ['README.md', 'docs/broker.md', 'docs/parent-key.md'];

const blocks = glob('{README.md,docs/*.md}').flatMap((path) =>
  codeBlocks(read(path), 'sh').map((code, index) => ({
    path,
    name: `${path}, block ${index + 1}`,
    code,
    reason: Object.entries(reasons).find(([start]) => code.startsWith(start))?.[1],
  })),
);

describe.skipIf(process.platform === 'win32')('shell in the documentation', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'docs-shell-'));
    mkdirSync(join(folder, 'bin'));
    for (const [name, script] of Object.entries(standIns)) {
      const file = join(folder, 'bin', name);
      writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> calls\n${script}\n`);
      chmodSync(file, 0o755);
    }
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
    writeFileSync(join(folder, 'parent-policy.json'), policy);
    writeFileSync(join(folder, workflowFile), workflow);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const runnable = blocks.filter(({ reason }) => reason === undefined);

  it('is run, or has a reason', () => {
    expect(runnable.filter(({ path }) => !pages.includes(path))).toEqual([]);
  });

  it.each(runnable.filter(({ path }) => pages.includes(path)))('$name', ({ code }) => {
    const { status, stderr } = spawnSync('bash', ['--norc', '-eu', '-c', code], {
      cwd: folder,
      input: '',
      encoding: 'utf8',
      env: { PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('gives the role its policy, then makes the key, then stores it', () => {
    const calls = readFileSync(join(folder, 'calls'), 'utf8');
    const order = [
      'exo iam role create ci-parent',
      policy,
      'exo iam role show ci-parent',
      'exo iam api-key create ci-parent ci-parent',
      'gh secret set EXOSCALE_API_SECRET --env production',
    ].map((text) => calls.indexOf(text));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('pins the workflow of the quick start to a commit', () => {
    const pinned = readFileSync(join(folder, workflowFile), 'utf8');
    expect(pinned).toBe(workflow.replace('mint@v1', `mint@${commit}`));
  });

  it('leaves out only what has a reason', () => {
    const left = blocks.flatMap(({ reason = [] }) => reason);
    expect(new Set(left)).toEqual(new Set(Object.values(reasons)));
  });
});
