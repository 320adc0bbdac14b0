// What an administrator keeps in Terraform: a role, a key of it, and the organization policy.
import { flat, runTerraform } from './run-terraform.ts';
import type { TerraformTrial } from './run-terraform.ts';
import { tryConfiguration } from './try-configuration.ts';

export async function tryOrganization(trial: TerraformTrial): Promise<void> {
  const { list } = trial;
  await tryConfiguration(trial, {
    title: 'organization',
    change: ['-var', 'description=second'],
    async whileApplied() {
      const output = await runTerraform(trial, ['output', '-json']);
      const { zones, key } = read(output.stdout);
      list.equal('organization: the zones', zones?.value?.length, 8);
      list.match('organization: the key', key?.value, /^EXO[0-9a-f]{24}$/);

      const wrong = { EXOSCALE_API_SECRET: 'wrong' };
      const refused = await runTerraform(trial, ['plan'], wrong);
      list.equal('a plan with a wrong secret fails', refused.code, 1);
      list.match('and says why', flat(refused.stderr), /invalid request signature/i);
    },
  });
}

function read(json: string): Record<string, { readonly value?: string } | undefined> {
  try {
    return JSON.parse(json) as Record<string, { readonly value?: string }>;
  } catch {
    return {};
  }
}
