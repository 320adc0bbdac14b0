// Lets a headless Chromium open the page, and waits for what it sends back.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';

import { InteropError } from '../../src/interop-error.ts';
import type { InteropContext } from '../../src/part.ts';
import { chromium } from './find-chromium.ts';
import type { Outcome } from './judge-outcome.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

const patienceMs = 120_000;

export async function runChromium(context: InteropContext, folder: string): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const server = await serve(folder, (body) => resolve(JSON.parse(body) as Outcome));
  const { port } = server.address() as AddressInfo;
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const args = [...flags, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/index.html`];
  const timeout = AbortSignal.timeout(patienceMs);
  const signal = AbortSignal.any([context.signal, timeout]);
  // A process group of its own, so that what Chromium starts ends with it.
  const child = spawn(chromium, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  child.once('error', reject);
  const fail = (why: string): void => {
    const said = errors.join('').trim().split('\n').slice(-3).join('\n');
    reject(new InteropError('SETUP_FAILED', `Chromium ${why} before it had answered: ${said}`));
  };
  child.once('exit', () => fail('ended'));
  signal.addEventListener('abort', () => fail('was stopped'), { once: true });
  try {
    return await promise;
  } finally {
    server.close();
    server.closeAllConnections();
    await end(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function end(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** Web Crypto is there for pages of this machine, and not for those of a file. */
async function serve(folder: string, onResult: (body: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (request.method === 'POST') {
      void receive(request, response, onResult);
      return;
    }
    const file = join(folder, path);
    if (path.includes('..') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', types[extname(file)] ?? 'text/plain');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  onResult: (body: string) => void,
): Promise<void> {
  const body = await text(request);
  response.end();
  onResult(body);
}
