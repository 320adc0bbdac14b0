// Takes the exported variables back when the key has ended.
import { messageOf, takeBackVariables, type ExportedVariables, type Step } from '@x/action-kit';

// A full disk must not fail a job whose key is already revoked.
export function takeBack(step: Step, exported: ExportedVariables): void {
  try {
    takeBackVariables(step, exported);
  } catch (error) {
    const names = Object.keys(exported).join(', ');
    step.core.warning(
      `${names} could not be cleared, so later steps still find the minted key there: ${messageOf(error)}`,
      { title: 'Variables of the minted key are left' },
    );
  }
}
