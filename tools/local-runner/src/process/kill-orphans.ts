// Ends what the steps left running, as GitHub's runner does: every process with this job's RUNNER_TRACKING_ID
// in its environment. Needs Linux's /proc; elsewhere it finds nothing.
import { readdir, readFile } from 'node:fs/promises';

/** Kills the job's leftover processes and returns their ids. */
export async function killOrphans(trackingId: string): Promise<readonly number[]> {
  const entry = `RUNNER_TRACKING_ID=${trackingId}`;
  const killed: number[] = [];
  for (const pid of await listProcesses()) {
    if (pid !== process.pid && (await readEnvironment(pid)).includes(entry)) {
      try {
        process.kill(pid, 'SIGKILL');
        killed.push(pid);
      } catch {
        // It ended on its own meanwhile.
      }
    }
  }
  return killed;
}

async function listProcesses(): Promise<readonly number[]> {
  try {
    return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  } catch {
    return [];
  }
}

// Processes of other users cannot be read, and are not ours.
async function readEnvironment(pid: number): Promise<readonly string[]> {
  try {
    return (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0');
  } catch {
    return [];
  }
}
