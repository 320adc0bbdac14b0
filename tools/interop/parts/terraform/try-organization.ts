// What an administrator does with Terraform and the parent key: apply, change, destroy, and between
// them plans that must find nothing to do, which they would not if an answer differed from what was
// asked for.
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

/** What `plan -detailed-exitcode` ends with where there is something to do. */
const changes = 2;

export async function tryOrganization(trial: TerraformTrial): Promise<void> {
  const { list, simulator } = trial;
  const credentials = {
    EXOSCALE_API_KEY: simulator.apiKey,
    EXOSCALE_API_SECRET: simulator.apiSecret,
  };
  const apply = ['apply', '-auto-approve'];
  const plan = ['plan', '-detailed-exitcode'];
  const second = ['-var', 'description=second'];

  const planned = await terraform(trial, plan, credentials);
  list.equal('plan: there is something to make', planned.code, changes);
  exits(
    list,
    'apply: a role, a key and the organization policy',
    await terraform(trial, apply, credentials),
  );
  exits(list, 'plan: nothing left to do', await terraform(trial, plan, credentials));
  const output = await terraform(trial, ['output', '-json'], credentials);
  const { zones, key } = read(output.stdout);
  list.equal('the zones', zones?.value?.length, 8);
  list.match('the key', key?.value, /^EXO[0-9a-f]{24}$/);

  const drifted = await terraform(trial, [...plan, ...second], credentials);
  list.equal('plan: a description to change', drifted.code, changes);
  exits(list, 'apply: the change', await terraform(trial, [...apply, ...second], credentials));
  const settled = await terraform(trial, [...plan, ...second], credentials);
  exits(list, 'plan: nothing left to do after the change', settled);

  const wrong = { ...credentials, EXOSCALE_API_SECRET: 'wrong' };
  const refused = await terraform(trial, plan, wrong);
  list.equal('plan with a wrong secret fails', refused.code, 1);
  list.match('and says why', flat(refused.stderr), /invalid request signature/i);

  exits(list, 'destroy', await terraform(trial, ['destroy', '-auto-approve'], credentials));
}

/** Of a plan with -detailed-exitcode, 0 says that there is nothing to do. */
function exits(list: Checklist, name: string, { code, stdout, stderr }: CommandResult): void {
  const seen = code === 0 ? undefined : `${stdout}\n${stderr}`;
  list.equal(name, [code, seen], [0, undefined]);
}

function terraform(
  { context, command, env, folder }: TerraformTrial,
  args: readonly string[],
  credentials: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return runCommand(command, [...args, '-no-color'], {
    cwd: folder,
    env: { ...env, ...credentials, TF_INPUT: '0' },
    signal: context.signal,
  });
}

function read(json: string): Record<string, { readonly value?: string } | undefined> {
  try {
    return JSON.parse(json) as Record<string, { readonly value?: string }>;
  } catch {
    return {};
  }
}

/** Terraform wraps its messages in a frame. */
function flat(text: string): string {
  return text.replaceAll(/[│╷╵\s]+/g, ' ');
}
