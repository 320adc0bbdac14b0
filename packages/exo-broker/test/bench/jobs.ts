// Jobs with tokens that are signed before the clock runs.
import { askForLease } from '../support/client.ts';
import { createRecipient, type Recipient } from '../support/recipient.ts';
import type { World } from '../support/world.ts';

export interface Job {
  readonly token: string;
  readonly recipient: Recipient;
}

export function prepareJobs(world: World, count: number): Promise<Job[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const recipient = createRecipient();
      const token = await world.githubToken(recipient.recipient, { run_id: `run-${index}` });
      return { recipient, token };
    }),
  );
}

/** @throws For anything but a lease. */
export async function takeLease(
  { world, url }: { readonly world: World; readonly url: string },
  job: Job | undefined,
): Promise<void> {
  const { status } = await askForLease({ world, url }, job);
  if (status !== 201) throw new Error(`the broker answered ${status}`);
}
