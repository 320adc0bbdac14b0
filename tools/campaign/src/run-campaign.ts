// Plays the jobs of a seed, several at once, and counts what became of them.
import { createPlan, type Plan } from './create-plan.ts';
import { playPlan, type Outcome } from './play-plan.ts';

export interface CampaignOptions {
  readonly seed: number;
  readonly scenarios: number;
  /** Jobs under way at once. Default 4; they wait more than they work. */
  readonly concurrency?: number;
  readonly onPlayed?: (played: Played) => void;
}

export interface Played extends Outcome {
  readonly index: number;
  readonly plan: Plan;
}

export async function runCampaign(options: CampaignOptions): Promise<Played[]> {
  const { seed, scenarios, concurrency = 4, onPlayed = () => {} } = options;
  const indexes = Array.from({ length: scenarios }, (_, index) => index).values();
  const played: Played[] = [];
  const work = async (): Promise<void> => {
    // Workers share the iterator, so each number is taken once.
    for (const index of indexes) {
      const plan = createPlan(seed, index);
      const result = { index, plan, ...(await playPlan(plan)) };
      played.push(result);
      onPlayed(result);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return played.sort((a, b) => a.index - b.index);
}
