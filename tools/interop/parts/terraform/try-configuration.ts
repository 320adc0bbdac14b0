// What an administrator does with a configuration and the parent key: apply, change, destroy, and
// between them plans that must find nothing to do, which they would not if an answer differed from
// what was asked for.
import { runTerraform } from './run-terraform.ts';
import type { TerraformTrial } from './run-terraform.ts';

export interface Configuration {
  /** Opens the names of its checks. */
  readonly title: string;
  /** Options that give its variables other values than the first. */
  readonly change: readonly string[];
  /** Looks at what was applied. */
  readonly whileApplied?: () => Promise<void>;
}

export async function tryConfiguration(
  trial: TerraformTrial,
  { title, change, whileApplied }: Configuration,
): Promise<void> {
  const step = async (name: string, args: readonly string[], expected = 0): Promise<void> => {
    const { code, stdout, stderr } = await runTerraform(trial, args);
    const seen = code === expected ? undefined : `${stdout}\n${stderr}`;
    trial.list.equal(`${title}: ${name}`, [code, seen], [expected, undefined]);
  };
  // With -detailed-exitcode, 0 says that nothing is to be done, and 2 that something is.
  const plan = ['plan', '-detailed-exitcode'];
  const apply = ['apply', '-auto-approve'];

  await step('plan finds something to make', plan, 2);
  await step('apply', apply);
  await step('plan finds nothing left to do', plan);
  await whileApplied?.();
  await step('plan finds a change', [...plan, ...change], 2);
  await step('apply the change', [...apply, ...change]);
  await step('plan finds nothing left to do after the change', [...plan, ...change]);
  await step('destroy', ['destroy', '-auto-approve']);
}
