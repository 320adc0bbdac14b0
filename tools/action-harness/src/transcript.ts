// The story of a scenario as one text: each phase with what it printed, asked and left.
import type { RecordedRequest } from '@x/exo-sim';

import type { PhaseRun } from './run-phase.ts';

/** Without placeholders yet. */
export function tellStory(runs: readonly PhaseRun[], leftovers: readonly string[]): string {
  const ending = ['== what is left', '', ...indent(leftovers.join('\n') || 'nothing'), ''];
  return [...runs.flatMap(tellPhase), ...ending].join('\n');
}

function tellPhase(run: PhaseRun): string[] {
  const { phase, step, exitCode, signal, stderr, outputs, env, state, summary } = run;
  return [
    `== ${phase} of ${step}: ${signal === null ? `exit code ${exitCode}` : `ended by ${signal}`}`,
    '',
    ...section('stdout', visible(run)),
    ...section('stderr', stderr),
    ...section(
      'requests',
      inOrder(run.requests)
        .map((request) => tellRequest(request, run))
        .join('\n'),
    ),
    ...section('state', tellEntries(state)),
    ...section('outputs', tellEntries(outputs)),
    ...section('env', tellEntries(env)),
    ...section('summary', summary),
  ];
}

// Lists that follow one another may have been asked for side by side, of keys and of roles or of every
// zone, and arrive in any order. They are told by path; several of one path stay as they came.
function inOrder(requests: readonly RecordedRequest[]): RecordedRequest[] {
  const told: RecordedRequest[] = [];
  let lists: RecordedRequest[] = [];
  const tellLists = (): void => {
    told.push(...lists.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))));
    lists = [];
  };
  for (const request of requests) {
    if (request.operation?.startsWith('list-')) lists.push(request);
    else {
      tellLists();
      told.push(request);
    }
  }
  tellLists();
  return told;
}

// The runner shows debug commands only when it was asked to.
function visible({ stdout, debug }: PhaseRun): string {
  return debug ? stdout : stdout.replace(/^::debug::.*\n?/gm, '');
}

function tellRequest(request: RecordedRequest, { interrupt }: PhaseRun): string {
  const { method, path, apiKey = 'unsigned', operation = 'unknown', status, dropped } = request;
  const struck = operation === interrupt?.during ? `, ${interrupt.signal} before the answer` : '';
  const outcome = `${dropped === 'before' ? 'no effect' : (status ?? 'none')}${struck}`;
  const lost = dropped === 'after' ? ', answer lost' : '';
  return `${method} ${path} (${operation}) by ${apiKey}: ${outcome}${lost}`;
}

function tellEntries(entries: Readonly<Record<string, string>>): string {
  return Object.entries(entries)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}

function section(title: string, text: string): string[] {
  return text.trim() === '' ? [] : [`-- ${title}`, ...indent(text.trimEnd()), ''];
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`.trimEnd());
}
