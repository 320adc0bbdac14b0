// One command of OpenTofu in the folder of a configuration.
import type { Checklist } from '../../src/checklist.ts';
import type { InteropContext } from '../../src/part.ts';
import { runCommand } from '../../src/run-command.ts';
import type { CommandResult } from '../../src/run-command.ts';
import type { RunningSimulator } from '../../src/start-simulator.ts';

export interface TerraformTrial {
  readonly context: InteropContext;
  readonly list: Checklist;
  readonly simulator: RunningSimulator;
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** @param credentials Variables of the environment; default: those of the parent key. */
export function runTerraform(
  { context, simulator, command, env, folder }: TerraformTrial,
  args: readonly string[],
  credentials: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const { apiKey, apiSecret } = simulator;
  const parent = { EXOSCALE_API_KEY: apiKey, EXOSCALE_API_SECRET: apiSecret };
  return runCommand(command, [...args, '-no-color'], {
    cwd: folder,
    env: { ...env, ...parent, ...credentials, TF_INPUT: '0' },
    signal: context.signal,
  });
}

/** Messages without the frame that they are wrapped in. */
export function flat(text: string): string {
  return text.replaceAll(/[│╷╵\s]+/g, ' ');
}
