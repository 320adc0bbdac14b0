// Identifies the process of an entry, so that another process with the same id is not mistaken for it.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process of this boot and this namespace. Containers share a home folder, not process ids. */
export interface ProcessIdentity {
  readonly bootId: string;
  /** The namespace of process ids, or an empty string if the system has none. */
  readonly namespace: string;
  readonly pid: number;
  readonly startTime: string;
}

/** The identity of a process, or undefined if the system does not provide it. Then deadlines decide. */
export function identifyProcess(
  pid: number,
  platform: NodeJS.Platform = process.platform,
): ProcessIdentity | undefined {
  const boot = identifyBoot(platform);
  if (!boot) return undefined;
  const startTime = startTimeOf(pid, platform);
  return startTime === undefined ? undefined : { ...boot, pid, startTime };
}

/** Whether a process exists, or `unknown` for one of another boot, machine or container. */
export function stateOf(
  identity: ProcessIdentity | undefined,
  platform: NodeJS.Platform = process.platform,
): 'running' | 'over' | 'unknown' {
  const boot = identifyBoot(platform);
  if (!identity || !boot) return 'unknown';
  if (identity.bootId !== boot.bootId || identity.namespace !== boot.namespace) return 'unknown';
  return startTimeOf(identity.pid, platform) === identity.startTime ? 'running' : 'over';
}

function identifyBoot(
  platform: NodeJS.Platform,
): Pick<ProcessIdentity, 'bootId' | 'namespace'> | undefined {
  try {
    if (platform === 'linux') {
      return {
        bootId: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
        namespace: readlinkSync('/proc/self/ns/pid'),
      };
    }
    if (platform === 'darwin') {
      return { bootId: run('sysctl', ['-n', 'kern.bootsessionuuid']), namespace: '' };
    }
  } catch {
    // A system that hides it does not provide it.
  }
  return undefined;
}

/** Of a running process, or undefined if no process has that id. */
function startTimeOf(pid: number, platform: NodeJS.Platform): string | undefined {
  try {
    if (platform !== 'linux') return run('ps', ['-o', 'lstart=', '-p', String(pid)]) || undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name in parentheses may hold anything; after it, the state is field 3 and the start 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function run(file: string, args: readonly string[]): string {
  return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
