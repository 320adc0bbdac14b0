// bash reads the scripts of our workflows and examples without running them.
import { spawnSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { glob, read } from '../src/repository.ts';
import { parseWorkflow } from '../src/workflow.ts';

const files = glob('{.github/workflows,examples}/**/*.yml');

describe('scripts', () => {
  it.each(files)('of %s can be parsed', (path) => {
    const scripts = parseWorkflow(read(path)).steps.map(({ run = '' }) => `(\n${run}\n:)\n`);
    const { status, stderr } = spawnSync('bash', ['-n'], {
      input: scripts.join(''),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
