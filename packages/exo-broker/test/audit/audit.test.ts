// The chain of the audit trail, and where it is broken.
import { describe, expect, it } from 'vitest';

import { createAudit, findBreak } from '../../src/audit/audit.ts';

const now = (): number => 0;

async function trail(count: number): Promise<string[]> {
  const lines: string[] = [];
  const write = async (line: string): Promise<void> => void lines.push(line.trimEnd());
  const audit = createAudit({ write, now });
  const entries = Array.from({ length: count }, (_, index) =>
    audit.record({ event: 'lease', outcome: `${index}` }),
  );
  await Promise.all(entries);
  return lines;
}

describe('the audit trail', () => {
  it('keeps the order of the calls and follows line by line', async () => {
    const lines = await trail(5);
    const outcomes = lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome);
    expect(outcomes).toEqual(['0', '1', '2', '3', '4']);
    expect(findBreak(lines)).toBeUndefined();
  });

  it('shows a line that was changed, removed or moved', async () => {
    const [a = '', b = '', c = ''] = await trail(3);
    expect(findBreak([a, b.replace('"1"', '"9"'), c])).toBe(3);
    expect(findBreak([a, c])).toBe(2);
    expect(findBreak([b, a, c])).toBe(1);
    expect(findBreak([a, 'x', c])).toBe(2);
  });

  it('goes on from the last line after a restart, and after a line that could not be written', async () => {
    const lines = await trail(2);
    let isFull = true;
    const write = async (line: string): Promise<void> => {
      if (isFull) throw new Error('disk full');
      lines.push(line.trimEnd());
    };
    const audit = createAudit({ write, now, lastLine: lines.at(-1) });
    await expect(audit.record({ event: 'lease', outcome: 'lost' })).rejects.toThrow('disk full');
    isFull = false;
    await audit.record({ event: 'lease', outcome: 'kept' });
    expect(findBreak(lines)).toBeUndefined();
    expect(lines).toHaveLength(3);
  });
});
