// OpenTofu with Exoscale's provider, both built from the Go module proxy: an administrator's roles and
// keys, what a project makes beside IAM, and a job whose key the mint action exported with its preset
// `terraform`.
//
// The provider sends most of its calls to api-ZONE.exoscale.com whatever its settings are, so it is
// given a proxy that stands there.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { Checklist } from '../../src/checklist.ts';
import { standInForExoscale } from '../../src/exoscale-stand-in.ts';
import { buildGoProgram } from '../../src/go-program.ts';
import type { InteropContext, Part, PartResult } from '../../src/part.ts';
import { startSimulator } from '../../src/start-simulator.ts';
import { terraformEnvironment } from './terraform-environment.ts';
import { tryConfiguration } from './try-configuration.ts';
import { tryJob } from './try-job.ts';
import { tryOrganization } from './try-organization.ts';

export const terraform: Part = {
  name: 'terraform',
  title: 'OpenTofu 1.12.6 with the provider 0.68.0, with the parent key and with a minted one',
  async run(context) {
    const command = await buildGoProgram(context, {
      folder: join(import.meta.dirname, 'tofu'),
      package: 'github.com/opentofu/opentofu/cmd/tofu',
      binary: 'tofu',
    });
    const provider = await buildGoProgram(context, {
      folder: join(import.meta.dirname, 'provider'),
      package: 'github.com/exoscale/terraform-provider-exoscale',
      binary: 'terraform-provider-exoscale',
    });
    const folder = mkdtempSync(join(tmpdir(), 'interop-terraform-'));
    try {
      return await runIn(context, { folder, command, provider: dirname(provider) });
    } finally {
      if (context.keep) context.log(`kept: ${folder}`);
      else rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Place {
  readonly folder: string;
  readonly command: string;
  readonly provider: string;
}

async function runIn(
  context: InteropContext,
  { folder, command, provider }: Place,
): Promise<PartResult> {
  const list = new Checklist();
  for (const name of ['organization', 'project', 'job']) {
    cpSync(join(import.meta.dirname, name), join(folder, name), { recursive: true });
  }
  const simulator = await startSimulator(context);
  const upstream = new URL(simulator.endpoint).origin;
  const standIn = await standInForExoscale({ upstream, folder, signal: context.signal });
  try {
    const env = terraformEnvironment({ folder, provider, standIn });
    const trial = { context, list, simulator, command, env };
    await tryOrganization({ ...trial, folder: join(folder, 'organization') });
    await tryConfiguration(
      { ...trial, folder: join(folder, 'project') },
      { title: 'project', change: ['-var', 'description=second', '-var', 'content=192.0.2.2'] },
    );
    await tryJob({ ...trial, folder: join(folder, 'job') });
    list.equal('nothing but Exoscale was asked', [...standIn.hosts].filter(isForeign), []);
  } finally {
    await standIn.close();
    list.equal('exo-sim ends in peace', await simulator.stop(), 0);
  }
  return { checks: list.checks };
}

function isForeign(host: string): boolean {
  return !host.endsWith('.exoscale.com:443');
}
