// The variables that hold an action's inputs and state.

/** `api-key` is INPUT_API-KEY: spaces become underscores, hyphens stay. */
export function toInputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(inputs);
  return Object.fromEntries(
    entries.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

/** Names of the state keep their case. */
export function toStateVariables(
  state: Iterable<readonly [string, string]>,
): Record<string, string> {
  return Object.fromEntries(Array.from(state, ([name, value]) => [`STATE_${name}`, value]));
}
