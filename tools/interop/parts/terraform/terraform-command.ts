// Runs Terraform, or OpenTofu, with the provider that was built here and nothing of the machine's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ExoscaleStandIn } from '../../src/exoscale-stand-in.ts';
import { InteropError } from '../../src/interop-error.ts';
import { runCommand } from '../../src/run-command.ts';
import type { CommandResult } from '../../src/run-command.ts';

export interface TerraformSetup {
  /** A folder for its configuration and its home. */
  readonly folder: string;
  /** The folder of the provider's binary. */
  readonly provider: string;
  readonly standIn: ExoscaleStandIn;
}

/** What every Terraform process has to find, beside credentials. */
export function terraformEnvironment(setup: TerraformSetup): Record<string, string> {
  const { folder, provider, standIn } = setup;
  const home = join(folder, 'home');
  const file = join(folder, 'terraform.rc');
  mkdirSync(home, { recursive: true });
  // With the override no registry is asked, and `terraform init` is not needed.
  writeFileSync(
    file,
    `provider_installation {\n  dev_overrides {\n    "exoscale/exoscale" = ${JSON.stringify(provider)}\n  }\n}\n`,
  );
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TF_CLI_CONFIG_FILE: file,
    CHECKPOINT_DISABLE: '1',
    HTTPS_PROXY: standIn.proxy,
    SSL_CERT_FILE: standIn.certificate,
  };
}

/** The command's name and version. */
export async function findTerraform(
  signal: AbortSignal,
): Promise<{ readonly command: string; readonly version: string }> {
  for (const command of ['terraform', 'tofu']) {
    const result = await versionOf(command, signal);
    const [version] = result?.stdout.split('\n') ?? [];
    if (version !== undefined && /v1\.\d+/.test(version)) return { command, version };
  }
  throw new InteropError(
    'TOOL_MISSING',
    'there is neither terraform nor tofu on the PATH; expected version 1.6 or newer: ' +
      'https://developer.hashicorp.com/terraform/install or https://opentofu.org/docs/intro/install',
  );
}

async function versionOf(command: string, signal: AbortSignal): Promise<CommandResult | undefined> {
  try {
    const env = { PATH: process.env['PATH'], CHECKPOINT_DISABLE: '1' };
    return await runCommand(command, ['version'], { env, signal, timeoutMs: 60_000 });
  } catch (error) {
    if (error instanceof InteropError && error.code === 'TOOL_MISSING') return undefined;
    throw error;
  }
}
