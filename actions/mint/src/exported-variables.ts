// Exports variables, and blanks them again if nobody has changed them.
import { createHash } from 'node:crypto';

import type { Step } from '@x/action-kit';

/** Exports each variable and gives the digest of its value, by name. */
export function exportVariables(
  { core }: Step,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  const digests: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    core.exportVariable(name, value);
    digests[name] = digest(value);
  }
  return digests;
}

/**
 * Blanks those variables that still hold what was exported: another step may have put its own there
 * since. The runner has no way to unset one.
 */
export function blankVariables(
  { core, env }: Step,
  digests: Readonly<Record<string, string>>,
): void {
  for (const [name, expected] of Object.entries(digests)) {
    if (digest(env[name] ?? '') === expected) core.exportVariable(name, '');
  }
}

// A digest, because the state is a file that need not hold the minted secret.
function digest(value: string): string {
  return createHash('sha256').update(value).digest('base64');
}
