import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { requireRunnerFiles } from '../src/require-runner-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'runner-files-'));
const state = join(folder, 'state');
writeFileSync(state, '');
chmodSync(state, 0o600);

afterAll(() => rmSync(folder, { recursive: true }));

describe('requireRunnerFiles', () => {
  it('lets files of the runner pass', () => {
    const env = { GITHUB_STATE: state, GITHUB_OUTPUT: state };
    expect(() => requireRunnerFiles({ env }, ['GITHUB_STATE', 'GITHUB_OUTPUT'])).not.toThrow();
  });

  it.each([
    ['is not set', {}],
    ['is empty', { GITHUB_STATE: '' }],
    ['has the path of the host in a container', { GITHUB_STATE: join(folder, 'host/state') }],
  ])('refuses to begin when GITHUB_STATE %s', (_, env) => {
    expect(() => requireRunnerFiles({ env }, ['GITHUB_STATE'])).toThrowError(
      expect.objectContaining({ code: 'ERR_RUNNER_INVALID' }),
    );
  });
});
