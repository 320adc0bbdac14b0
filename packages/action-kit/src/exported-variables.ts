// Exports variables, and takes them back if nothing else has changed them.
import { createHash } from 'node:crypto';

import type { Step } from './step.ts';

/** What `post` needs to take a variable back. */
export interface ExportedVariable {
  /** Of the exported value: the state is a file that need not hold the minted secret. */
  readonly digest: string;
  /** What the variable held before; absent where it was not set. */
  readonly previous?: string;
}

export type ExportedVariables = Readonly<Record<string, ExportedVariable>>;

/** Exports those variables that do not have the value already, and says what taking them back needs. */
export function exportVariables(
  step: Pick<Step, 'core' | 'env'>,
  variables: Readonly<Record<string, string>>,
  { onPlanned = () => {} }: ExportOptions = {},
): ExportedVariables {
  const exported = planExport(step, variables);
  onPlanned(exported);
  for (const name of Object.keys(exported)) step.core.exportVariable(name, variables[name]);
  return exported;
}

export interface ExportOptions {
  /** Called before the first variable is exported. If it throws, none is. */
  readonly onPlanned?: (exported: ExportedVariables) => void;
}

function planExport(
  { core, env }: Pick<Step, 'core' | 'env'>,
  variables: Readonly<Record<string, string>>,
): ExportedVariables {
  const changed = Object.entries(variables).filter(([name, value]) => env[name] !== value);
  return Object.fromEntries(
    changed.map(([name, value]) => {
      const previous = env[name];
      // It goes into the state, which the debug log echoes.
      maskSecret(core, name, previous);
      return [name, { digest: digest(value), ...(previous !== undefined && { previous }) }];
    }),
  );
}

/**
 * Gives back to each variable what it held before, if it still holds what was exported: another step may
 * have put its own value there since. The runner has no way to unset one, so the rest is blanked.
 */
export function takeBackVariables({ core, env }: Step, exported: ExportedVariables): void {
  for (const [name, { digest: expected, previous = '' }] of Object.entries(exported)) {
    if (digest(env[name] ?? '') !== expected) continue;
    maskSecret(core, name, previous);
    core.exportVariable(name, previous);
  }
}

function maskSecret(core: Step['core'], name: string, value: string | undefined): void {
  const secret = value?.trim();
  if (secret && name.includes('SECRET')) core.setSecret(secret);
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('base64');
}
