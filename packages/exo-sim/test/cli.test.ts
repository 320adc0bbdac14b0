import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, it } from 'vitest';

it.each(['SIGINT', 'SIGTERM'] as const)('serves until %s and exits with 0', async (signal) => {
  const cli = new URL('../src/cli.ts', import.meta.url);
  const child = spawn(process.execPath, [cli.pathname, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { endpoint } = JSON.parse(line.toString()) as { endpoint: string };
  expect((await fetch(`${endpoint}/zone`)).status).toBe(200);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});
