// Variables of the job that would stand in the way of the minted key.
import type { Step } from '@x/action-kit';
import type { VariablePreset } from '@x/exo-iam';

interface StaleVariables {
  /** Matters to clients that look for the key where this preset puts it. */
  readonly preset: VariablePreset;
  /** Puts the minted key into these variables as well. */
  readonly settledBy: VariablePreset | undefined;
  readonly names: readonly string[];
  readonly effect: string;
}

const knownStale: readonly StaleVariables[] = [
  {
    preset: 'exoscale',
    settledBy: 'terraform',
    names: ['EXOSCALE_KEY', 'EXOSCALE_SECRET'],
    effect:
      'Terraform prefers EXOSCALE_KEY and EXOSCALE_SECRET to the minted key. Add terraform to the input export, or remove them from the job.',
  },
  {
    preset: 'sos',
    settledBy: undefined,
    names: ['AWS_SESSION_TOKEN', 'AWS_PROFILE'],
    effect:
      'S3 clients use such a variable instead of the minted key, or together with it. Remove it from the job, or set it to an empty value in the steps that use the key.',
  },
];

/** Warns of each that is set. */
export function warnOfStaleVariables(
  { core, env }: Step,
  presets: readonly VariablePreset[],
): void {
  for (const { preset, settledBy, names, effect } of knownStale) {
    const stale = names.filter((name) => env[name]);
    const settled = settledBy !== undefined && presets.includes(settledBy);
    if (stale.length > 0 && presets.includes(preset) && !settled) {
      const title = 'Another key is in the environment';
      core.warning(`Set for this job: ${stale.join(' and ')}. ${effect}`, { title });
    }
  }
}
