import { describe, expect, it } from 'vitest';

import { formatDuration } from '../../src/log/format-duration.ts';
import { createJobLog } from '../../src/log/job-log.ts';
import type { JobLog } from '../../src/log/job-log.ts';
import { createSecretMasks } from '../../src/masks/secret-masks.ts';

function createLog(color: boolean): { log: JobLog; written: () => string } {
  const masks = createSecretMasks();
  masks.add('secret');
  let text = '';
  const write = (more: string): void => {
    text += more;
  };
  return { log: createJobLog({ masks, write, color }), written: () => text };
}

describe('createJobLog', () => {
  it('indents by group and masks', () => {
    const { log, written } = createLog(false);
    log.openGroup('Run secret');
    log.line('one\r\ntwo secret\n');
    log.closeGroup();
    log.closeGroup();
    log.line('end');
    expect(log.text()).toBe('▸ Run ***\n  one\n  two ***\n\nend\n');
    expect(written()).toBe(log.text());
  });

  it('keeps the text without color', () => {
    const { log, written } = createLog(true);
    log.annotate('error', 'a secret');
    log.line('plain');
    expect(log.text()).toBe('Error: a ***\nplain\n');
    expect(written()).toBe('\u001B[31mError: a ***\u001B[39m\nplain\n');
  });

  it('passes on the colors of a step', () => {
    const { log, written } = createLog(true);
    log.line('\u001B[1mbold\u001B[22m');
    expect(log.text()).toBe('bold\n');
    expect(written()).toBe('\u001B[1mbold\u001B[22m\n');
  });

  it('finds a secret with colors inside', () => {
    const { log, written } = createLog(true);
    log.line('sec\u001B[1mret');
    expect(log.text()).toBe('***\n');
    expect(written()).toBe('***\n');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0ms'],
    [999.4, '999ms'],
    [1000, '1.0s'],
    [9940, '9.9s'],
    [12_900, '12s'],
    [185_000, '3m 05s'],
  ])('writes %i ms as %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });
});
