// What `post` does, from the state alone.
import { takeBackVariables, type ExportedVariables, type Step } from '@x/action-kit';

export const stateName = 'unseal';

export function takeBack(step: Step): Promise<void> {
  const saved = step.core.getState(stateName);
  if (saved) takeBackVariables(step, JSON.parse(saved) as ExportedVariables);
  else step.core.info('Nothing to take back.');
  return Promise.resolve();
}
