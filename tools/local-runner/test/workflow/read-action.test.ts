import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { readAction } from '../../src/workflow/read-action.ts';

async function read(text: string): Promise<unknown> {
  const directory = await mkdtemp(join(tmpdir(), 'action-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await writeFile(join(directory, 'action.yml'), text);
  return readAction(directory);
}

describe('readAction', () => {
  it('reads a composite action', async () => {
    const text =
      'inputs: { a: , b: { default: 1 } }\noutputs: { o: { value: x }, p: }\n' +
      'runs: { using: composite, steps: [{ run: x, shell: bash }] }';
    expect(await read(text)).toMatchObject({
      using: 'composite',
      inputs: [
        { name: 'a', default: undefined },
        { name: 'b', default: '1' },
      ],
      outputs: { o: 'x', p: '' },
    });
  });

  it.each([
    ['ACTION_INVALID', 'runs: ['],
    ['ACTION_INVALID', 'name: x'],
    ['ACTION_INVALID', 'runs: { using: node24 }'],
    ['ACTION_INVALID', 'runs: { using: node24, main: x, steps: [] }'],
    ['ACTION_INVALID', 'runs: { using: composite, steps: [{ run: x }] }'],
    ['UNSUPPORTED', 'runs: { using: node16, main: x }'],
  ])('answers with %s to %j', async (code, text) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });
});
