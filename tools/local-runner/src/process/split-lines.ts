// Cuts a stream of bytes into lines, without losing characters cut in two by a chunk's end.
import type { Readable } from 'node:stream';

export interface LineStream {
  /** Resolves when the stream has ended and its last line was passed on. */
  readonly ended: Promise<void>;
  /**
   * Passes on what it has and drops the rest, but keeps reading, because a closed pipe would end a background
   * process.
   */
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
      // It must not keep this program running either.
      stream.unref?.();
    },
  };
}
