import { randomBytes } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { run } from '../../src/cli/run.ts';
import { sign } from '../support/sign.ts';

let output: string;
let errors: string;
let stop: AbortController;
let onOutput: () => void;

beforeEach(() => {
  output = '';
  errors = '';
  stop = new AbortController();
  onOutput = () => {};
});

function start(args: string[], files: Record<string, string> = {}): Promise<number> {
  return run(args, {
    write: (text) => {
      output += text;
      onOutput();
    },
    writeError: (text) => {
      errors += text;
    },
    readFile: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`no such file: ${path}`);
      return text;
    },
    random: randomBytes,
    signal: stop.signal,
  });
}

function untilReady(
  args: string[],
  files?: Record<string, string>,
): Promise<{ done: Promise<number> }> {
  return new Promise((resolve) => {
    let done: Promise<number>;
    onOutput = () => queueMicrotask(() => resolve({ done }));
    done = start(args, files);
  });
}

describe('exo-sim', () => {
  it('says how to use it', async () => {
    expect(await start(['--help'])).toBe(0);
    expect(output).toContain('Usage: exo-sim');
  });

  it('prints variables that work, and ends when told', async () => {
    const { done } = await untilReady(['--log', '--zone', 'de-fra-1']);
    const variable = (name: string): string =>
      new RegExp(`^export ${name}=(.+)$`, 'm').exec(output)?.[1] ?? '';
    const url = `${variable('EXOSCALE_API_ENDPOINT')}/instance`;
    const apiKey = variable('EXOSCALE_API_KEY');
    const apiSecret = variable('EXOSCALE_API_SECRET');
    const expires = Math.floor(Date.now() / 1000) + 60;
    const authorization = sign({ method: 'GET', url, apiKey, apiSecret, expires });
    const response = await fetch(url, { headers: { authorization } });
    expect(response.status).toBe(200);
    stop.abort();
    expect(await done).toBe(0);
    expect(errors).toBe(`GET /v2/instance [list-instances] de-fra-1 ${apiKey} 200\n`);
    await expect(fetch(url)).rejects.toThrow(TypeError);
  });

  it('prints JSON, and gives the key the policy of the file', async () => {
    const policy = { 'default-service-strategy': 'deny', services: {} };
    const { done } = await untilReady(['--json', '--policy', 'p'], { p: JSON.stringify(policy) });
    const { endpoint, ...credentials } = JSON.parse(output) as Record<string, string>;
    const url = `${endpoint}/instance`;
    const { apiKey = '', apiSecret = '' } = credentials;
    const expires = Math.floor(Date.now() / 1000) + 60;
    const authorization = sign({ method: 'GET', url, apiKey, apiSecret, expires });
    expect((await fetch(url, { headers: { authorization } })).status).toBe(403);
    expect(credentials).toHaveProperty('parentAccessKey.apiKey');
    stop.abort();
    expect(await done).toBe(0);
  });

  it('ends at once when it was told to before it began', async () => {
    stop.abort();
    expect(await start([])).toBe(0);
  });

  it.each([
    [['--prot', '1'], 2],
    [['--policy', 'broken'], 2],
    [['--policy', 'empty'], 2],
    [['--policy', 'missing'], 1],
    [['--host', '192.0.2.1'], 1],
  ])('with %j reports the mistake and exits with %i', async (args, status) => {
    expect(await start(args, { broken: '{', empty: '{}' })).toBe(status);
    expect(errors).toMatch(/^exo-sim: .+\n$/);
    expect(output).toBe('');
  });
});
