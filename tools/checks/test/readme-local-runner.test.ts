// The two examples in the local runner's README run as written, against the simulator.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { createSimulator, listen } from '@x/exo-sim';
import { expect, it } from 'vitest';

import { codeBlocks } from '../src/markdown.ts';
import { read, root } from '../src/repository.ts';

type Language = 'sh' | 'ts';
const readme = read('tools/local-runner/README.md');
const execute = promisify(execFile);

async function runBlock(language: Language): Promise<{ stdout: string; used: string[] }> {
  const blocks = codeBlocks(readme, language);
  expect(blocks).toHaveLength(1);
  const [block = ''] = blocks;
  const simulator = createSimulator();
  const listener = await listen(simulator);
  const { apiKey, apiSecret } = simulator.parentKey;
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    EXOSCALE_API_ENDPOINT: listener.endpoint,
    EXOSCALE_API_KEY: apiKey,
    EXOSCALE_API_SECRET: apiSecret,
  };
  // Not below a node_modules, where Node strips no types.
  const folder = mkdtempSync(join(tmpdir(), 'local-runner-'));
  mkdirSync(join(folder, 'node_modules/@x'), { recursive: true });
  symlinkSync(join(root, 'tools/local-runner'), join(folder, 'node_modules/@x/local-runner'));
  const file = join(folder, 'example.mts');
  writeFileSync(file, block);
  const [program, args]: [string, string[]] =
    language === 'sh' ? ['bash', ['-ec', block]] : [process.execPath, [file]];
  try {
    const { stdout } = await execute(program, args, { cwd: root, env });
    expect(stdout).not.toContain(apiSecret);
    expect([...simulator.state.apiKeys.keys()]).toEqual([apiKey]);
    const minted = simulator.requests.filter((request) => request.apiKey !== apiKey);
    return { stdout, used: minted.map(({ operation, status }) => `${operation} ${status}`) };
  } finally {
    rmSync(folder, { recursive: true });
    await listener.close();
  }
}

it.each<Language>(['sh', 'ts'])(
  'the example in %s mints, uses and revokes a key',
  async (language) => {
    const { stdout, used } = await runBlock(language);
    expect(used).toEqual(['list-zones 200', 'list-instances 200', 'create-instance 403']);
    expect(stdout).toMatch(language === 'ts' ? /^success \{\}/m : /deploy succeeded/);
  },
);
