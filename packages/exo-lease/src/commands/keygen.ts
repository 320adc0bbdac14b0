// `exo-lease keygen`: a key pair for sealed leases.
import type { Context, GlobalOptions } from '../context.ts';
import { note } from '../output/messages.ts';
import { formatResult } from '../output/print.ts';
import { writeOut } from '../output/write-out.ts';
import { loadSealing } from '../sealing/load-sealing.ts';

export async function keygen(context: Context, options: GlobalOptions): Promise<void> {
  const { generateIdentity } = await loadSealing();
  const { recipient, identity } = await generateIdentity();
  await writeOut(context, formatResult(context, { recipient, identity }, options));
  if (options.outputFormat === 'table') {
    note(context, 'Leases are sealed to the recipient; keep the identity secret.', options);
  }
}
