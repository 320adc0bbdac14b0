// Revokes what a killed or interrupted process has left behind, before the next command does its work.
import { revoke, type Client } from '@x/exo-iam';

import type { Context, GlobalOptions } from '../context.ts';
import { messageOf } from '../message-of.ts';
import { note, warn } from '../output/messages.ts';
import { readJournal, type JournalEntry } from './journal-file.ts';
import { stateOf } from './process-identity.ts';
import { removeFile } from './replace-file.ts';

// The requested command should not wait long for this cleanup.
const limitMs = 20_000;

/** Never throws: what cannot be removed now stays in the journal. */
export async function cleanUp(
  context: Context,
  client: Client,
  { parentKey, quiet }: { readonly parentKey: string } & Pick<GlobalOptions, 'quiet'>,
): Promise<void> {
  for (const { path, entry } of readJournal(context)) {
    if (!entry) {
      warn(context, `The journal has a file that cannot be read, ${path}. Remove it by hand.`);
    } else if (entry.parentKey === parentKey && isDead(entry, context.now())) {
      const { record } = entry;
      try {
        const bound = AbortSignal.any([context.signal, AbortSignal.timeout(limitMs)]);
        const { reason } = await revoke(client, record, { signal: bound });
        removeFile(path);
        note(
          context,
          `Cleaned up after an exo-lease that did not finish (${record.name}): ${reason}`,
          {
            quiet,
          },
        );
      } catch (error) {
        const until = new Date(record.expiresAt * 1000).toISOString();
        warn(
          context,
          `A key that an earlier exo-lease left behind, ${record.name}, cannot be removed now: ${messageOf(error)} Its deadline is ${until}; the next command tries again.`,
        );
      }
    }
  }
}

function isDead({ process: owner, record }: JournalEntry, now: number): boolean {
  const state = stateOf(owner);
  return state === 'over' || (state === 'unknown' && now >= record.expiresAt * 1000);
}
