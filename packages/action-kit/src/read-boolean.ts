// Reads a boolean input, by the words of YAML 1.2.
import { ActionError } from './errors.ts';
import type { Step } from './run-step.ts';

/** @throws {ActionError} `ERR_INPUT_INVALID` for anything but `true` and `false`. */
export function readBoolean({ core }: Step, name: string): boolean {
  const text = core.getInput(name);
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  throw new ActionError(
    'ERR_INPUT_INVALID',
    `The input ${name} is ${JSON.stringify(text)}. Expected true or false; yes, no, on and off are no booleans in YAML 1.2.`,
    { field: name },
  );
}
