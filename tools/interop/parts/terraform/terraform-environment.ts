// What an OpenTofu process finds: the provider that was built here and nothing of the machine's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ExoscaleStandIn } from '../../src/exoscale-stand-in.ts';

export interface TerraformSetup {
  /** A folder for its configuration and its home. */
  readonly folder: string;
  /** The folder of the provider's binary. */
  readonly provider: string;
  readonly standIn: ExoscaleStandIn;
}

/** All but the credentials. */
export function terraformEnvironment(setup: TerraformSetup): Record<string, string> {
  const { folder, provider, standIn } = setup;
  const home = join(folder, 'home');
  const file = join(folder, 'terraform.rc');
  mkdirSync(home, { recursive: true });
  // With the override no registry is asked, and `init` is not needed.
  writeFileSync(
    file,
    `provider_installation {\n  dev_overrides {\n    "exoscale/exoscale" = ${JSON.stringify(provider)}\n  }\n}\n`,
  );
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TF_CLI_CONFIG_FILE: file,
    HTTPS_PROXY: standIn.proxy,
    SSL_CERT_FILE: standIn.certificate,
  };
}
