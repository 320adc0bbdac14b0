// Says whatever a test wants over a socket, valid HTTP or not, and keeps what comes back.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import type { Listener } from '../../src/index.ts';

export interface RawAnswer {
  /** Of the last status line: those before it are interim. `undefined` when there was none. */
  readonly status: number | undefined;
  readonly text: string;
}

export async function openSocket(listener: Listener): Promise<Socket> {
  const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** Writes the chunks, then waits until the other end closes: ask for `connection: close`. */
export async function exchange(
  listener: Listener,
  ...chunks: readonly (string | Uint8Array)[]
): Promise<RawAnswer> {
  const socket = await openSocket(listener);
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  // A server that refuses may close before it has read everything.
  socket.on('error', () => {});
  for (const chunk of chunks) socket.write(chunk);
  // Not `once`, which would reject on that error.
  await new Promise((resolve) => socket.once('close', resolve));
  const text = Buffer.concat(received).toString('latin1');
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)];
  return { status: statuses.length > 0 ? Number(statuses.at(-1)?.[1]) : undefined, text };
}
