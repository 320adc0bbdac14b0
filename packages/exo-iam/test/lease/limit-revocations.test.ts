import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { limitRevocations } from '../../src/lease/limit-revocations.ts';

/** Attempts, all of them at once or one after the other: which were made, and which came through. */
async function attempt(
  max: number,
  plan: readonly boolean[],
  order: 'at once' | 'in turn',
): Promise<{ readonly made: number[]; readonly through: number[] }> {
  const limited = limitRevocations(max);
  const made: number[] = [];
  const through: number[] = [];
  const tryOne = async (works: boolean, index: number): Promise<void> => {
    const value = await limited(async () => {
      made.push(index);
      await Promise.resolve();
      if (!works) throw new Error('refused');
      return index;
    }).catch(() => undefined);
    if (value !== undefined) through.push(value);
  };
  if (order === 'at once') await Promise.all(plan.map(tryOne));
  else for (const [index, works] of plan.entries()) await tryOne(works, index);
  return { made, through };
}

describe.each(['at once', 'in turn'] as const)('attempts that are made %s', (order) => {
  it('come through as often as there are places, the first ones first', async () => {
    const plan = [true, true, true, true];
    expect(await attempt(2, plan, order)).toEqual({ made: [0, 1], through: [0, 1] });
    expect(await attempt(0, plan, order)).toEqual({ made: [], through: [] });
    expect((await attempt(Infinity, plan, order)).through).toHaveLength(4);
  });

  it('leave their place to the next one when they fail', async () => {
    const plan = [false, false, true, true, true];
    expect(await attempt(2, plan, order)).toEqual({ made: [0, 1, 2, 3], through: [2, 3] });
  });

  it('are at most the limit plus twenty, however many fail', async () => {
    const plan = Array.from({ length: 1000 }, () => false);
    expect((await attempt(1, plan, order)).made).toHaveLength(21);
    expect((await attempt(100, plan, order)).made).toHaveLength(120);
  });

  it('never come through more often than there are places, nor less often without a reason', async () => {
    const plans = fc.array(fc.boolean(), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 10 }), plans, async (max, plan) => {
        const { made, through } = await attempt(max, plan, order);
        const working = plan.filter(Boolean).length;
        expect(through.length).toBeLessThanOrEqual(max);
        expect(made.length).toBeLessThanOrEqual(max + 20);
        const spent = made.length - through.length > 20;
        expect(through.length).toBeGreaterThanOrEqual(spent ? 0 : Math.min(max, working));
      }),
    );
  });
});
