// What has to hold for every job, whatever the API did and however the job ended.
import type { PhaseRun } from '@x/action-harness';

interface Leftovers {
  readonly keys: readonly { readonly name: string; readonly key: string }[];
  readonly roles: readonly { readonly name?: string }[];
}

export interface Phases {
  readonly main: PhaseRun;
  readonly post: PhaseRun;
  readonly afterMain: Leftovers;
  readonly afterPost: Leftovers;
}

/** One sentence for each law that was broken. */
export function checkJob({ main, post, afterMain, afterPost }: Phases): string[] {
  const names = [...afterPost.keys, ...afterPost.roles].map(({ name = '' }) => name);
  const errors = post.annotations.filter(({ level }) => level === 'error');
  const handedOut = main.outputs['api-key'];
  const isAssumed = main.outputs['method'] === 'assume-role';
  const laws: readonly (readonly [string, boolean])[] = [
    ['main ends by an exit code, or by the signal it was sent', endsWell(main)],
    ['post ends by an exit code', post.exitCode !== null],
    ['post that succeeds leaves nothing', post.exitCode !== 0 || names.length === 0],
    [
      'post that fails leaves something, or could not look for what a lost answer may have made',
      post.exitCode === 0 || names.length > 0 || isInDoubt(main) || lostThenRefused(post),
    ],
    [
      'post that fails names what it leaves',
      post.exitCode === 0 ||
        names.every((name) => errors.some(({ message }) => message.includes(name))),
    ],
    ['there is one live key after main', afterMain.keys.length <= 1],
    ['there is one live key after post', afterPost.keys.length <= 1],
    ['main that succeeds hands out a key', main.exitCode !== 0 || handedOut !== undefined],
    [
      'the key that is handed out is live',
      main.exitCode !== 0 || isAssumed || afterMain.keys.some(({ key }) => key === handedOut),
    ],
    ['main that fails hands nothing out', main.exitCode === 0 || handedOut === undefined],
    ['main says so when it fails', agrees(main)],
    ['post says so when it fails', agrees(post)],
    [
      'the summary of post agrees with its exit code',
      post.summary === '' || post.summary.includes('**not revoked**') === (post.exitCode !== 0),
    ],
    ['stderr is empty', main.stderr === '' && post.stderr === ''],
  ];
  return laws.filter(([, holds]) => !holds).map(([law]) => law);
}

// `main` did not learn what it made, or whether it made it once: then only a list tells.
function isInDoubt({ state }: PhaseRun): boolean {
  const { record } = JSON.parse(state['mint'] ?? '{}') as { readonly record?: DoubtfulRecord };
  return record !== undefined && (record.phase === 'intended' || record.uncertain === true);
}

// A deletion was carried out, its answer was lost, and the API then refused every further one.
function lostThenRefused({ requests }: PhaseRun): boolean {
  const deletions = requests.filter(({ method }) => method === 'DELETE');
  const isLost = deletions.some(({ dropped }) => dropped === 'after');
  return isLost && deletions.at(-1)?.status === 403;
}

interface DoubtfulRecord {
  readonly phase: string;
  readonly uncertain?: boolean;
}

function endsWell({ exitCode, signal, interrupt }: PhaseRun): boolean {
  return exitCode !== null || (interrupt?.signal === 'SIGKILL' && signal === 'SIGKILL');
}

function agrees({ exitCode, annotations }: PhaseRun): boolean {
  return (
    exitCode === null || (exitCode !== 0) === annotations.some(({ level }) => level === 'error')
  );
}
