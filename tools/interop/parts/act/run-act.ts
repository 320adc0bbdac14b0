// One run of act, and what it reported. In its host mode it runs steps on this machine, so it gets
// an environment of its own: act hands its whole environment on to the steps.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, delimiter } from 'node:path';
import { createInterface } from 'node:readline';

import type { Workspace } from './workspace.ts';

/** A line of act's log; those about commands hold what was masked in `msg`. */
export interface ActEvent {
  readonly msg: string;
  readonly job?: string;
  readonly jobID?: string;
  readonly jobResult?: string;
  readonly stage?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
}

export interface ActRun {
  readonly code: number | null;
  readonly events: readonly ActEvent[];
}

export interface ActSetup {
  readonly command: string;
  readonly workspace: Workspace;
  readonly endpoint: string;
  readonly signal: AbortSignal;
}

export interface ActOptions {
  /** The event that starts the workflow; default `push`. */
  readonly event?: string;
  readonly args?: readonly string[];
  /** Ctrl+C is pressed at the first event for which this holds. */
  readonly interruptAt?: (event: ActEvent) => boolean;
  /** Ctrl+C is pressed when this is aborted. */
  readonly interrupt?: AbortSignal;
}

// A run takes seconds; one that hangs is ended, and its checks fail.
const longestMs = 180_000;

/** What `runs-on` of the workflows names: all of it is this machine. */
const labels = ['ubuntu-latest', 'self-hosted', 'linux'];

export async function runAct(
  { command, workspace, endpoint, signal }: ActSetup,
  workflow: string,
  { event = 'push', args = [], interruptAt = () => false, interrupt }: ActOptions = {},
): Promise<ActRun> {
  signal.throwIfAborted();
  const options: readonly (readonly [string, string])[] = [
    ['--workflows', workflow],
    ...labels.map((label) => ['--platform', `${label}=-self-hosted`] as const),
    ['--local-repository', `x/exo-lease@v1=${workspace.actions}`],
    ['--secret-file', workspace.secretsFile],
    ['--eventpath', workspace.eventFile],
    ['--var', `EXOSCALE_API_ENDPOINT=${endpoint}`],
    ['--var', `EXO_LEASE_RECIPIENT=${workspace.recipient}`],
  ];
  const child = spawn(command, [event, '--json', '--no-cache-server', ...options.flat(), ...args], {
    cwd: workspace.repository,
    // The Node that runs this comes first: act runs actions with whatever `node` it finds.
    env: {
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      HOME: workspace.home,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that Ctrl+C reaches act and its steps as a terminal's would.
    detached: true,
  });
  const kill = (): void => pressKey(child.pid, 'SIGKILL');
  const ends = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  ends.addEventListener('abort', kill, { once: true });
  const events: ActEvent[] = [];
  let interrupted = false;
  const pressControlC = (): void => {
    if (!interrupted) pressKey(child.pid, 'SIGINT');
    interrupted = true;
  };
  interrupt?.addEventListener('abort', pressControlC, { once: true });
  const collect = (line: string): void => {
    const found = parse(line);
    events.push(found);
    if (interruptAt(found)) pressControlC();
  };
  createInterface({ input: child.stdout }).on('line', collect);
  createInterface({ input: child.stderr }).on('line', collect);
  const [code] = (await once(child, 'close')) as [number | null];
  ends.removeEventListener('abort', kill);
  signal.throwIfAborted();
  return { code, events };
}

/** To act and everything it started. */
function pressKey(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

function parse(line: string): ActEvent {
  try {
    return JSON.parse(line) as ActEvent;
  } catch {
    return { msg: line };
  }
}
