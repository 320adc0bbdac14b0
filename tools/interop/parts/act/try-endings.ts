// The ways a job ends that are not success, and the order of several posts.
import { checkTraces, jobsOf, logOf, minted, stepsOf } from './observe.ts';
import type { ActTrial } from './observe.ts';
import { runAct } from './run-act.ts';
import type { ActOptions, ActRun } from './run-act.ts';

export async function tryEndings(trial: ActTrial): Promise<void> {
  const { list } = trial;

  const failure = await play(trial, 'failure');
  list.equal('a failing step: main, step, post', stepsOf(failure.run), [
    'key Main success',
    'broken Main failure',
    'key Post success',
  ]);
  list.equal('a failing step: the job', jobsOf(failure.run), ['fails failure']);
  list.equal('a failing step: act fails', failure.run.code, 1);
  list.equal('a failing step: one key', minted(failure.requests), 1);

  const wrong = await play(trial, 'wrong-secret');
  list.equal('a failing mint: its post does not fail', stepsOf(wrong.run), [
    'key Main failure',
    'key Post success',
  ]);
  list.equal('a failing mint: the job', jobsOf(wrong.run), ['mints failure']);
  list.equal('a failing mint: no key', minted(wrong.requests), 0);
  list.match('a failing mint: says why', logOf(wrong.run), /signature/i);

  const waiting = { interruptAt: ({ msg }: { msg: string }) => msg.trim() === 'waiting' };
  const interrupted = await play(trial, 'interrupted', waiting);
  const steps = stepsOf(interrupted.run);
  list.equal('Ctrl+C: the post runs last', steps.at(-1), 'key Post success');
  list.holds('Ctrl+C: the rest does not', !steps.some((step) => step.startsWith('never')), steps);
  list.equal('Ctrl+C: one key', minted(interrupted.requests), 1);

  const before = trial.requests.length;
  await runAct(trial.setup, 'examples/several-keys.yml', { event: 'workflow_dispatch' });
  const { used, deleted } = keysIn(trial.requests.slice(before));
  list.equal('several mints: two keys are used', used.length, 2);
  list.equal('several mints: the last one is revoked first', deleted, used.toReversed());
}

async function play(
  { setup, list, requests }: ActTrial,
  name: string,
  options: ActOptions = {},
): Promise<{ readonly run: ActRun; readonly requests: readonly string[] }> {
  const before = requests.length;
  const run = await runAct(setup, `workflows/${name}.yml`, options);
  const own = requests.slice(before);
  checkTraces(list, name, { run, requests: own });
  return { run, requests: own };
}

/** The keys that ask for DNS domains, and those that are deleted, each in order. */
function keysIn(requests: readonly string[]): {
  readonly used: readonly string[];
  readonly deleted: readonly string[];
} {
  const found = (pattern: RegExp): readonly string[] => [
    ...new Set(requests.flatMap((line) => pattern.exec(line)?.[1] ?? [])),
  ];
  return {
    used: found(/\[[a-z]+-dns-domains?\] \S+ (EXO\w+)/),
    deleted: found(/^DELETE \/v2\/api-key\/(EXO\w+) /),
  };
}
