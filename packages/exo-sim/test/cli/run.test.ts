import { randomBytes, randomUUID } from 'node:crypto';

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

type Files = Record<string, string>;

function start(args: string[], files: Files = {}): Promise<number> {
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
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return text;
    },
    replaceFile: (path, text) => {
      if (path === 'readonly') throw new Error('no space left');
      files[path] = text;
    },
    version: '1.2.3',
    random: randomBytes,
    signal: stop.signal,
  });
}

function untilReady(args: string[], files?: Files): Promise<{ done: Promise<number> }> {
  return new Promise((resolve) => {
    let done: Promise<number>;
    onOutput = () => queueMicrotask(() => resolve({ done }));
    done = start(args, files);
  });
}

interface Announcement {
  readonly endpoint: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

// Sends with the key that was printed.
async function send(method: string, path: string, body?: string): Promise<Response> {
  const { endpoint, apiKey, apiSecret } = JSON.parse(output) as Announcement;
  const url = `${endpoint}${path}`;
  const expires = Math.floor(Date.now() / 1000) + 60;
  const authorization = sign({ method, url, body, apiKey, apiSecret, expires });
  return fetch(url, { method, headers: { authorization }, ...(body !== undefined && { body }) });
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

  it('prints its version', async () => {
    expect(await start(['--version'])).toBe(0);
    expect(output).toBe('1.2.3\n');
  });

  it('reads files that begin with a byte order mark', async () => {
    const policy = { 'default-service-strategy': 'allow', services: {} };
    const files = { p: `\uFEFF${JSON.stringify(policy)}`, f: '\uFEFF[]' };
    const { done } = await untilReady(['--policy', 'p', '--faults', 'f', '--state', 's'], files);
    stop.abort();
    expect(await done).toBe(0);
    stop = new AbortController();
    const saved = { s: `\uFEFF${(files as Files)['s']}` };
    const again = await untilReady(['--state', 's'], saved);
    stop.abort();
    expect(await again.done).toBe(0);
  });

  it.each([
    [['--log'], 'resources.vpc'],
    [[], ''],
  ])('with %j notes %j of a policy', async (options, expected) => {
    const rules = [{ action: 'allow', expression: "resources.vpc.name == 'a' || true" }];
    const policy = {
      'default-service-strategy': 'deny',
      services: { iam: { type: 'rules', rules } },
    };
    const { done } = await untilReady(['--json', '--policy', 'p', ...options], {
      p: JSON.stringify(policy),
    });
    expect((await send('GET', '/iam-role')).status).toBe(200);
    expect(errors).toContain(expected);
    expect(errors === '').toBe(expected === '');
    stop.abort();
    expect(await done).toBe(0);
  });

  it('keeps keys and roles in a file, and goes on from there', async () => {
    const files: Files = {};
    const first = await untilReady(['--json', '--allow-empty-policy', '--state', 's'], files);
    const { apiKey } = JSON.parse(output) as Announcement;
    expect((await send('POST', '/iam-role', '{"name":"kept"}')).status).toBe(200);
    const afterPost = files['s'];
    expect((await send('GET', '/iam-role')).status).toBe(200);
    expect(files['s']).toBe(afterPost);
    stop.abort();
    expect(await first.done).toBe(0);
    expect(files['s']).toBe(afterPost);

    stop = new AbortController();
    output = '';
    const second = await untilReady(['--json', '--allow-empty-policy', '--state', 's'], files);
    expect((JSON.parse(output) as Announcement).apiKey).toBe(apiKey);
    expect(await (await send('GET', '/iam-role')).text()).toContain('"kept"');
    stop.abort();
    expect(await second.done).toBe(0);
  });

  it('writes the file when something has changed and not otherwise', async () => {
    let writes = 0;
    const files = new Proxy<Files>(
      {},
      {
        set: (target, name, text: string) => Reflect.set(target, name, text) && (writes += 1) > 0,
      },
    );
    const { done } = await untilReady(['--json', '--allow-empty-policy', '--state', 's'], files);
    const { endpoint } = JSON.parse(output) as Announcement;
    expect(writes).toBe(1);
    expect((await fetch(`${endpoint}/instance`, { method: 'POST' })).status).toBe(403);
    expect((await send('GET', `/operation/${randomUUID()}`)).status).toBe(404);
    expect((await send('GET', '/instance')).status).toBe(200);
    expect(writes).toBe(1);
    expect((await send('DELETE', `/iam-role/${randomUUID()}`)).status).toBe(404);
    expect(writes).toBe(2);
    stop.abort();
    expect(await done).toBe(0);
  });

  it('makes up for a write that failed', async () => {
    let isFull = false;
    const files = new Proxy<Files>(
      {},
      {
        set: (target, name, text: string) => !isFull && Reflect.set(target, name, text),
      },
    );
    const { done } = await untilReady(['--json', '--allow-empty-policy', '--state', 's'], files);
    isFull = true;
    expect((await send('POST', '/iam-role', '{"name":"late"}')).status).toBe(200);
    expect(errors).toMatch(/^exo-sim: not saved: .+\n$/);
    isFull = false;
    expect((await send('GET', '/iam-role')).status).toBe(200);
    expect(files['s']).toContain('"late"');
    stop.abort();
    expect(await done).toBe(0);
  });

  it('says so when the file can no longer be written, and serves on', async () => {
    const files: Files = {};
    const { done } = await untilReady(['--json', '--allow-empty-policy', '--state', 's'], files);
    Object.defineProperty(files, 's', { writable: false });
    expect((await send('POST', '/iam-role', '{"name":"a"}')).status).toBe(200);
    expect(errors).toMatch(/^exo-sim: not saved: .+\n$/);
    stop.abort();
    expect(await done).toBe(0);
  });

  it('does as the faults say', async () => {
    const faults = [{ operation: 'list-zones', respond: { status: 503 } }];
    const { done } = await untilReady(['--json', '--faults', 'f'], { f: JSON.stringify(faults) });
    expect((await send('GET', '/zone')).status).toBe(503);
    expect((await send('GET', '/zone')).status).toBe(200);
    stop.abort();
    expect(await done).toBe(0);
  });

  it.each(['{', '{}', '{"version":2}', ''])('leaves a state file of %j alone', async (text) => {
    const files = { s: text };
    expect(await start(['--state', 's'], files)).toBe(2);
    expect(errors).toMatch(/^exo-sim: s .+\n$/);
    expect(files).toEqual({ s: text });
  });

  it('gives the key a policy when the state file is made, and not later', async () => {
    const args = ['--json', '--state', 's', '--policy', 'p'];
    const files: Files = { p: '{"default-service-strategy":"deny","services":{}}' };
    const { done } = await untilReady(args, files);
    expect((await send('GET', '/instance')).status).toBe(403);
    stop.abort();
    expect(await done).toBe(0);
    expect(await start(args, files)).toBe(2);
    expect(errors).toMatch(/^exo-sim: s has .+\n$/);
  });

  it.each([
    [['--prot', '1'], 2],
    [['--policy', 'broken'], 2],
    [['--policy', 'empty'], 2],
    [['--policy', 'missing'], 1],
    [['--faults', 'broken'], 2],
    [['--faults', 'empty'], 2],
    [['--faults', 'missing'], 1],
    [['--state', 'readonly'], 1],
    [['--host', '192.0.2.1'], 1],
    [['--host='], 2],
    [['--zone='], 2],
    [['--zone', 'a/b'], 2],
  ])('with %j reports the mistake and exits with %i', async (args, status) => {
    expect(await start(args, { broken: '{', empty: '{}' })).toBe(status);
    expect(errors).toMatch(/^exo-sim: .+\n$/);
    expect(output).toBe('');
  });
});
