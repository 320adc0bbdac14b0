// What a run of act came to, in the few words that the checks compare.
import type { Checklist } from '../../src/checklist.ts';
import type { ActEvent, ActRun, ActSetup } from './run-act.ts';

export interface ActTrial {
  readonly setup: ActSetup;
  readonly list: Checklist;
  /** What the simulator was asked, in order; grows. */
  readonly requests: readonly string[];
}

/** `['key Main success', …]`: the steps with an id that end in one of these stages, in order. */
export function stepsOf({ events }: ActRun): readonly string[] {
  return events
    .filter(({ stage, stepResult }) => stage !== undefined && stepResult !== undefined)
    .map(({ stepID = [], stage, stepResult }) => `${stepID.join('/')} ${stage} ${stepResult}`);
}

export function jobsOf({ events }: ActRun): readonly string[] {
  return events.flatMap(({ jobID, jobResult }) =>
    jobID !== undefined && jobResult !== undefined ? [`${jobID} ${jobResult}`] : [],
  );
}

/** Everything that act showed. */
export function logOf({ events }: ActRun): string {
  return events.map(({ msg }) => msg).join('\n');
}

/** `POST /v2/api-key [create-api-key] …` is `create-api-key 200`. */
export function callsOf(requests: readonly string[]): readonly string[] {
  return requests.map((line) => {
    const [, operation = '?', status = '?'] = /\[([^\]]+)\].* (\S+)$/.exec(line) ?? [];
    return `${operation} ${status}`;
  });
}

export function minted(requests: readonly string[]): number {
  return callsOf(requests).filter((call) => call === 'create-api-key 200').length;
}

/** Of any run: what was minted is gone, and no secret was shown. */
export function checkTraces(
  list: Checklist,
  title: string,
  { run, requests }: { readonly run: ActRun; readonly requests: readonly string[] },
): void {
  const calls = callsOf(requests);
  const count = (call: string): number => calls.filter((each) => each === call).length;
  list.equal(
    `${title}: every key and every role that was made is deleted`,
    [count('delete-api-key 200'), count('delete-iam-role 200')],
    [count('create-api-key 200'), count('create-iam-role 200')],
  );
  const secrets = secretsOf(run.events);
  const shown = secrets.filter((secret) => run.events.some(({ msg }) => msg.includes(secret)));
  list.equal(`${title}: no secret is shown`, shown, []);
  list.holds(
    `${title}: a secret is masked before it is handed out`,
    secrets.every((secret) => isMaskedFirst(run.events, secret)),
  );
}

/** The masks, and the secrets in outputs and variables. */
function secretsOf(events: readonly ActEvent[]): readonly string[] {
  const all = events.flatMap(({ command, name = '', arg = '' }) =>
    command === 'add-mask' || /secret/i.test(name) ? [arg] : [],
  );
  return [...new Set(all)].filter((secret) => secret !== '');
}

function isMaskedFirst(events: readonly ActEvent[], secret: string): boolean {
  const first = events.find(({ arg }) => arg === secret);
  return first?.command === 'add-mask';
}
