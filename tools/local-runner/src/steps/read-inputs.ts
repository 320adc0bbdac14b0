// The inputs of an action: what the step passes, and the action's defaults for the rest.
import { inputDefaultScope, stepScope } from '../expressions/contexts.ts';
import type { StepPlace } from '../expressions/contexts.ts';
import { interpolate, interpolateAll } from '../expressions/interpolate.ts';
import type { JobState } from '../job/job-state.ts';
import type { Action, UsesStep } from '../workflow/types.ts';

export interface ReadInputsOptions {
  readonly step: UsesStep;
  readonly action: Action;
  readonly place: StepPlace;
}

/** Names are compared without regard to case, as on GitHub. */
export function readInputs(
  state: JobState,
  options: ReadInputsOptions,
): Readonly<Record<string, string>> {
  const { step, action, place } = options;
  const inputs = interpolateAll(step.with, stepScope(state, place));
  const given = new Set(Object.keys(inputs).map((name) => name.toLowerCase()));
  const defaults = inputDefaultScope(state, { ...place.scope.github, ...place.github });
  for (const input of action.inputs) {
    if (!given.has(input.name.toLowerCase())) {
      inputs[input.name] = interpolate(input.default ?? '', defaults);
    }
  }
  return inputs;
}

/** What GitHub warns about: inputs the action does not have, and deprecated ones. */
export function findInputProblems({ step, action }: Omit<ReadInputsOptions, 'place'>): string[] {
  const given = Object.keys(step.with);
  const valid = action.inputs.map((input) => input.name);
  const known = new Set(valid.map((name) => name.toLowerCase()));
  const unexpected = given.filter((name) => !known.has(name.toLowerCase()));
  const lowerGiven = new Set(given.map((name) => name.toLowerCase()));
  const deprecated = action.inputs.flatMap(({ name, deprecationMessage }) =>
    deprecationMessage !== undefined && lowerGiven.has(name.toLowerCase())
      ? [`Input '${name}' has been deprecated with message: ${deprecationMessage}`]
      : [],
  );
  if (unexpected.length === 0) return deprecated;
  const list = `valid inputs are ['${valid.join("', '")}']`;
  return [...deprecated, `Unexpected input(s) '${unexpected.join("', '")}', ${list}`];
}
