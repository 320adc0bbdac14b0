// The steps of a job or of a composite action.
import { LocalRunnerError } from '../errors.ts';
import type { Step } from './types.ts';
import {
  checkKeys,
  childMappings,
  optionalText,
  requiredText,
  textMapping,
} from './yaml-values.ts';
import type { YamlMapping } from './yaml-values.ts';

const shared = ['id', 'name', 'if', 'env', 'continue-on-error', 'timeout-minutes'];
const runKeys = [...shared, 'run', 'shell', 'working-directory'];
const usesKeys = [...shared, 'uses', 'with'];
const unsupported = ['background', 'wait', 'wait-all', 'cancel', 'parallel'];

/** The list under `steps`, checked. */
export function readSteps(
  parent: YamlMapping,
  options: { readonly shellRequired: boolean },
): readonly Step[] {
  const steps = childMappings(parent, 'steps').map((mapping) => readStep(mapping, options));
  const ids = steps.flatMap((step) => step.id?.toLowerCase() ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    const message = `${parent.where}.steps has two steps with the id ${twice}. Expected one.`;
    throw new LocalRunnerError(parent.code, message);
  }
  return steps;
}

function readStep(mapping: YamlMapping, options: { readonly shellRequired: boolean }): Step {
  const uses = 'uses' in mapping.values;
  checkKeys(mapping, { known: uses ? usesKeys : runKeys, unsupported });
  const base = {
    id: optionalText(mapping, 'id'),
    name: optionalText(mapping, 'name'),
    if: optionalText(mapping, 'if'),
    env: textMapping(mapping, 'env'),
    continueOnError: optionalText(mapping, 'continue-on-error'),
    timeoutMinutes: optionalText(mapping, 'timeout-minutes'),
  };
  if (uses) {
    const reference = requiredText(mapping, 'uses');
    return { ...base, kind: 'uses', uses: reference, with: textMapping(mapping, 'with') };
  }
  return {
    ...base,
    kind: 'run',
    run: requiredText(mapping, 'run'),
    shell: options.shellRequired ? requiredText(mapping, 'shell') : optionalText(mapping, 'shell'),
    workingDirectory: optionalText(mapping, 'working-directory'),
  };
}
