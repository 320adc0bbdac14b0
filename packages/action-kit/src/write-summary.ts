// Writes to the job summary, which is worth having and not worth a failed job.
import { messageOf } from './message-of.ts';
import type { Step } from './step.ts';

export async function writeSummary({ core }: Step, markdown: string): Promise<void> {
  try {
    await core.summary.addRaw(markdown, true).write();
  } catch (error) {
    core.info(`The job summary could not be written: ${messageOf(error)}`);
  }
}
