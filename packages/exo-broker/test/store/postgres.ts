// A PostgreSQL server of our own in a temporary folder, from the programs of Debian's package.
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface PostgresServer {
  readonly port: number;
  /** The address of a database, which is made if there is none. */
  database(name: string): string;
  start(): void;
  /** `immediate` is what a crash looks like. */
  stop(mode: 'fast' | 'immediate'): void;
  remove(): void;
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
  const run = (program: string, args: readonly string[]): void => {
    const options = { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] as const };
    const { status, stderr } = spawnSync(join(programs, program), args, {
      ...options,
      stdio: [...options.stdio],
    });
    if (status !== 0) throw new Error(`${program} failed: ${stderr.toString()}`);
  };
  const data = join(folder, 'data');
  run('initdb', ['-A', 'trust', '-U', 'broker', '--no-sync', '-D', data]);
  const start = (): void =>
    run('pg_ctl', [
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-p ${port} -h 127.0.0.1 -k ${folder}`,
      'start',
    ]);
  start();
  const stop: PostgresServer['stop'] = (mode) =>
    run('pg_ctl', ['-D', data, '-w', '-m', mode, 'stop']);
  return {
    port,
    database: (name) => {
      run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'broker', name]);
      return `postgres://broker@127.0.0.1:${port}/${name}`;
    },
    start,
    stop,
    remove: () => {
      stop('immediate');
      rmSync(folder, { recursive: true });
    },
  };
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
