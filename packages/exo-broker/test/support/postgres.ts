// A PostgreSQL server of our own in a temporary folder, from the programs of Debian's package.
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './free-port.ts';

export interface PostgresServer {
  readonly port: number;
  readonly folder: string;
  /** The address of a database, which is made. */
  database(name: string): Promise<string>;
  start(): Promise<void>;
  /** `immediate` is what a crash looks like. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  /** kill -9. */
  kill(): void;
  /** How many processes it has, one for each connection among them. */
  processes(): number;
  /** Stops its processes where they are, so that it answers nobody. Returns what lets them go on. */
  freeze(): () => void;
  remove(): Promise<void>;
}

const versions = '/usr/lib/postgresql';

/** The folder of the programs, or undefined where PostgreSQL is not installed. */
export function findPostgres(): string | undefined {
  const newest = existsSync(versions) ? readdirSync(versions).toSorted().at(-1) : undefined;
  const folder = newest && join(versions, newest, 'bin');
  return folder && existsSync(join(folder, 'initdb')) ? folder : undefined;
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync('/tmp/exo-broker-postgres-');
  const port = await freePort();
  // PostgreSQL does not run as root.
  const owner = process.getuid?.() === 0 ? idsOf('postgres') : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const run = async (program: string, args: readonly string[]): Promise<void> => {
    const child = spawn(join(programs, program), args, {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    const status = await new Promise((resolve) => child.once('close', resolve));
    if (status !== 0) throw new Error(`${program} failed: ${said}`);
  };
  const data = join(folder, 'data');
  await run('initdb', ['-A', 'trust', '-U', 'broker', '--no-sync', '-D', data]);
  // Only the user `locked` needs a password.
  const access = readFileSync(join(data, 'pg_hba.conf'), 'utf8');
  rmSync(join(data, 'pg_hba.conf'));
  appendFileSync(
    join(data, 'pg_hba.conf'),
    `host all locked 127.0.0.1/32 scram-sha-256\n${access}`,
  );
  if (owner) chownSync(join(data, 'pg_hba.conf'), owner.uid, owner.gid);
  const log = join(folder, 'log');
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder}`;
  const start = async (): Promise<void> => {
    const giveUpAt = performance.now() + 30_000;
    for (;;) {
      try {
        return await run('pg_ctl', ['-D', data, '-w', '-l', log, '-o', settings, 'start']);
      } catch (error) {
        // After kill -9 its processes hold the shared memory for a moment.
        if (performance.now() > giveUpAt) throw error;
        await sleep(100);
      }
    }
  };
  await start();
  const stop: PostgresServer['stop'] = (mode) =>
    run('pg_ctl', ['-D', data, '-w', '-m', mode, 'stop']);
  return {
    port,
    folder,
    database: async (name) => {
      await run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'broker', name]);
      return `postgres://broker@127.0.0.1:${port}/${name}`;
    },
    start,
    stop,
    kill: () => {
      process.kill(postmaster(data), 'SIGKILL');
    },
    processes: () => childrenOf(postmaster(data)).length,
    freeze: () => {
      const parent = postmaster(data);
      // No new process comes once the parent is stopped.
      process.kill(parent, 'SIGSTOP');
      const pids = [...childrenOf(parent), parent];
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      return () => {
        for (const pid of pids) process.kill(pid, 'SIGCONT');
      };
    },
    remove: async () => {
      await stop('immediate').catch(() => {});
      rmSync(folder, { recursive: true });
    },
  };
}

function postmaster(data: string): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.trim().split(' ').map(Number);
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
