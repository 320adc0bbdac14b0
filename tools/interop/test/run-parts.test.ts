import { describe, expect, it } from 'vitest';

import { InteropError } from '../src/interop-error.ts';
import type { InteropContext, Part, PartResult } from '../src/part.ts';
import { runParts } from '../src/run-parts.ts';

const context: InteropContext = {
  root: '/',
  cache: '/',
  spec: undefined,
  keep: false,
  log: () => {},
  signal: new AbortController().signal,
};
const good = { name: 'one', passed: true };
const bad = { name: 'two', passed: false };

function part(run: () => Promise<PartResult>): Part {
  return { name: 'part', title: 'a part', run };
}

async function judge(parts: readonly Part[], own = context): ReturnType<typeof runParts> {
  let time = 0;
  return runParts(parts, own, { now: () => (time += 500), onStart: () => {}, onVerdict: () => {} });
}

describe('runParts', () => {
  it('passes a part whose every check passed, and measures it', async () => {
    const [verdict] = await judge([part(async () => ({ checks: [good], notes: ['a note'] }))]);
    expect(verdict).toMatchObject({ passed: true, notes: ['a note'], seconds: 0.5 });
  });

  it('fails a part with a failed check', async () => {
    const [verdict] = await judge([part(async () => ({ checks: [good, bad] }))]);
    expect(verdict).toMatchObject({ passed: false, error: undefined });
  });

  it('fails a part that checked nothing', async () => {
    const [verdict] = await judge([part(async () => ({ checks: [] }))]);
    expect(verdict).toMatchObject({ passed: false, error: undefined });
  });

  it('fails a part that could not run, and runs the next one', async () => {
    const missing = new InteropError('TOOL_MISSING', 'no Go');
    const verdicts = await judge([
      part(() => Promise.reject(missing)),
      part(async () => ({ checks: [good] })),
    ]);
    expect(verdicts.map(({ passed, error }) => [passed, error])).toEqual([
      [false, missing],
      [true, undefined],
    ]);
  });

  it('starts nothing more once it was told to stop', async () => {
    const controller = new AbortController();
    const stops = part(async () => {
      controller.abort();
      return { checks: [good] };
    });
    expect(await judge([stops, stops], { ...context, signal: controller.signal })).toHaveLength(1);
  });
});
