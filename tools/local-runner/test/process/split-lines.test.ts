import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { splitLines } from '../../src/process/split-lines.ts';

describe('splitLines', () => {
  it('joins what chunks cut apart', async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    const { ended } = splitLines(stream, (line) => lines.push(line));
    const bytes = Buffer.from('one\r\nzwei ä\n\nlast');
    for (const byte of bytes) stream.write(Buffer.from([byte]));
    stream.end();
    await ended;
    expect(lines).toEqual(['one', 'zwei ä', '', 'last']);
  });

  it('drops what comes after it was silenced', async () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    const { ended, silence } = splitLines(stream, (line) => lines.push(line));
    stream.write('one\ntw');
    await new Promise((resolve) => setImmediate(resolve));
    silence();
    stream.end('o\nthree\n');
    await ended;
    expect(lines).toEqual(['one', 'tw']);
  });
});
