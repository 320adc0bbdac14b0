// Files in a workspace, and links that lead out of it. The scenarios have what needs no file.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { readPolicy } from '../src/read-policy.ts';

const policy = { 'default-service-strategy': 'deny', services: {} };
const folder = mkdtempSync(join(tmpdir(), 'policy-'));
const workspace = join(folder, 'site');
const env = { GITHUB_WORKSPACE: workspace };
mkdirSync(join(workspace, 'exoscale'), { recursive: true });
writeFileSync(join(workspace, 'exoscale/policy.json'), JSON.stringify(policy));
writeFileSync(join(workspace, '..policy.json'), JSON.stringify(policy));
writeFileSync(join(workspace, 'broken.json'), '{"password": "hunter2",}');
writeFileSync(join(folder, 'secret.json'), JSON.stringify(policy));
mkdirSync(join(folder, 'site-of-others'));
writeFileSync(join(folder, 'site-of-others/policy.json'), JSON.stringify(policy));
writeFileSync(join(workspace, 'marked.json'), `\uFEFF${JSON.stringify(policy)}`);
writeFileSync(
  join(workspace, 'utf16.json'),
  Buffer.from(`\uFEFF${JSON.stringify(policy)}`, 'utf16le'),
);
writeFileSync(join(workspace, 'large.json'), JSON.stringify(policy).padEnd(256 * 1024 + 1));
writeFileSync(join(workspace, 'sparse.json'), '');
truncateSync(join(workspace, 'sparse.json'), 2 ** 31);
execFileSync('mkfifo', [join(workspace, 'fifo.json')]);
symlinkSync(join(folder, 'secret.json'), join(workspace, 'link.json'));
symlinkSync(folder, join(workspace, 'out'));
symlinkSync('exoscale/policy.json', join(workspace, 'within.json'));

afterAll(() => rmSync(folder, { recursive: true }));

describe('readPolicy', () => {
  it.each([
    ['a file', 'exoscale/policy.json'],
    ['white space around its path', ' exoscale/policy.json\n'],
    ['an absolute path', join(workspace, 'exoscale/policy.json')],
    ['a name that begins with two dots', '..policy.json'],
    ['a link that stays inside', 'within.json'],
    ['a file with a byte order mark', 'marked.json'],
    ['JSON itself', ` ${JSON.stringify(policy)}`],
  ])('reads %s', (_, text) => {
    expect(readPolicy({ env }, text)).toEqual(policy);
  });

  it('takes the working directory for the workspace outside a runner', () => {
    expect(readPolicy({ env: {} }, 'package.json')).toMatchObject({ private: true });
  });

  it.each([
    ['a path that leads out', '../secret.json'],
    ['a folder whose name begins like that of the workspace', '../site-of-others/policy.json'],
    ['an absolute path elsewhere', join(folder, 'secret.json')],
    ['a link to a file elsewhere', 'link.json'],
    ['a linked folder', 'out/secret.json'],
    ['a folder', 'exoscale'],
    ['a file that is not there', 'policy.json'],
    ['a file that is too large', 'large.json'],
    ['a sparse file', 'sparse.json'],
    ['a pipe, without waiting for it', 'fifo.json'],
    ['a device', '/dev/zero'],
    ['UTF-16, by its name', 'utf16.json'],
  ])('refuses %s', (_, text) => {
    expect(() => readPolicy({ env }, text)).toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_INVALID', field: 'policy' }) as Error,
    );
  });

  it.each([
    ['an unfinished list', '[{"password": "hunter2"', 'line 1, column'],
    ['an unfinished text', '"hunter2', 'line 1, column'],
    ['a comma too many', '{\n  "password": "hunter2",\n}', 'line 3, column 1'],
  ])('gives the place in %s and quotes nothing of it', (_, text, place) => {
    expect(() => readPolicy({ env }, text)).toThrow(
      expect.objectContaining({
        code: 'ERR_INPUT_INVALID',
        message: expect.toSatisfy(
          (message: string) => message.includes(place) && !message.includes('hunter2'),
        ) as string,
      }) as Error,
    );
  });

  it('names a file that is not JSON and quotes nothing of it', () => {
    expect(() => readPolicy({ env }, 'broken.json')).toThrow(
      expect.objectContaining({
        code: 'ERR_INPUT_INVALID',
        message: expect.not.stringContaining('hunter2') as string,
      }) as Error,
    );
  });
});
