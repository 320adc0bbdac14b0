// Runs a bundle as a child process, the way GitHub's runner does, and reads what it left.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RecordedRequest } from '@x/exo-sim';

import type { BrokenFile } from './command-files.ts';
import { openCommandFiles, parseEntries, readCommandFile } from './command-files.ts';
import type { Organization, Interruption } from './organization.ts';
import { phaseEnvironment } from './phase-environment.ts';
import type { Phase } from './play-scenario.ts';
import { readAnnotations, type Annotation } from './workflow-commands.ts';

/** What became of a phase. */
export interface PhaseRun {
  readonly phase: Phase;
  readonly step: string;
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** What it asked the simulator, in order. */
  readonly requests: readonly RecordedRequest[];
  /** What was written at the moment a request had been served, for each request. */
  readonly moments: readonly { readonly stdout: string; readonly state: string }[];
  readonly debug: boolean;
  /** What it was sent from outside. */
  readonly interrupt: Interruption | undefined;
}

export interface PhasePlan {
  readonly phase: Phase;
  readonly step: string;
  readonly entry: string;
  /** A folder that is not there yet. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly debug: boolean;
  readonly brokenFile?: BrokenFile | undefined;
  readonly interrupt?: Interruption | undefined;
}

// Shorter than the time-out of a test, so that a phase that hangs shows what it printed and leaves no process.
const killedAfterMs = 110_000;

export async function runPhase(plan: PhasePlan, organization: Organization): Promise<PhaseRun> {
  const { phase, step, folder, debug, interrupt } = plan;
  const files = await openCommandFiles(folder, plan.brokenFile);
  // Files and not pipes: what the step has written is there at once, even when it is killed.
  const paths = [join(folder, 'stdout'), join(folder, 'stderr')] as const;
  const [stdout, stderr] = [openSync(paths[0], 'w'), openSync(paths[1], 'w')];
  const moments: { stdout: string; state: string }[] = [];
  organization.onServed = () => {
    const state = readCommandFile(files.state);
    // Only what is in the state has to have been masked by then.
    moments.push({ stdout: state === '' ? '' : readFileSync(paths[0], 'utf8'), state });
  };
  const { requests } = organization.simulator;
  const served = requests.length;
  const child = spawn(process.execPath, [plan.entry], {
    cwd: folder,
    env: phaseEnvironment({ ...plan, files }),
    stdio: ['ignore', stdout, stderr],
    timeout: killedAfterMs,
    killSignal: 'SIGKILL',
  });
  if (interrupt) organization.interrupt(interrupt, (signal) => child.kill(signal));
  const [exitCode, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  closeSync(stdout);
  closeSync(stderr);
  const text = readFileSync(paths[0], 'utf8');
  return {
    phase,
    step,
    exitCode,
    signal,
    stdout: text,
    stderr: readFileSync(paths[1], 'utf8'),
    outputs: parseEntries(readCommandFile(files.output)),
    env: parseEntries(readCommandFile(files.env)),
    state: parseEntries(readCommandFile(files.state)),
    summary: readCommandFile(files.step_summary),
    annotations: readAnnotations(text),
    requests: requests.slice(served),
    moments,
    debug,
    interrupt,
  };
}
