// Reports after the work is done: what fails here does not change what happened.
import { messageOf } from './message-of.ts';
import { plain } from './plain-lines.ts';
import type { Step } from './step.ts';

/** Runs a report. A failure is a warning that names it, and never throws. */
export async function tryReport(
  { core }: Pick<Step, 'core'>,
  report: () => void | Promise<void>,
): Promise<void> {
  try {
    await report();
  } catch (error) {
    core.warning(
      plain(`The step did its work, but could not report all of it: ${messageOf(error)}`),
      {
        title: 'The report is not complete',
      },
    );
  }
}
