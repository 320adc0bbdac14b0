// Cuts a stream of bytes into lines, without losing characters cut in two by a chunk's end.
import type { Readable } from 'node:stream';

export interface LineStream {
  /** Settles when the stream is over and its last line was handed on. */
  readonly ended: Promise<void>;
  /** Hands on what is there and drops the rest, but keeps reading: a process left in the
   * background must not die of a closed pipe. */
  readonly silence: () => void;
}

export function splitLines(
  stream: Readable & { unref?: () => void },
  onLine: (line: string) => void,
): LineStream {
  let rest = '';
  let silent = false;
  const flush = (): void => {
    if (rest !== '' && !silent) onLine(rest);
    rest = '';
  };
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    if (silent) return;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  });
  const ended = new Promise<void>((resolve) => {
    stream.once('close', () => {
      flush();
      resolve();
    });
  });
  return {
    ended,
    silence() {
      flush();
      silent = true;
      // Nor may it keep this program from ending.
      stream.unref?.();
    },
  };
}
