// From the start of the built command to its first answer, beside an empty server of node:http.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { openStore } from '../../src/store/open-store.ts';
import { createWorld } from '../support/world.ts';
import { toTimes, type Times } from './measure.ts';

const command = join(import.meta.dirname, '../../dist/cli.js');
const empty = `require('node:http').createServer((q, r) => r.end()).listen(0, '127.0.0.1', () => console.log('{}'))`;

export async function benchStartUp(count: number): Promise<Record<string, Times>> {
  const world = await createWorld();
  const serve = [command, 'serve', '--config', world.configFile, '--json'];
  const emptyMs: number[] = [];
  const serveMs: number[] = [];
  for (let index = 0; index < count; index += 1) {
    emptyMs.push(await untilReady(['-e', empty]));
    serveMs.push(await untilReady(serve));
  }
  await fill(join(world.folder, 'leases.db'), 30_000);
  const filledMs = [await untilReady(serve)];
  await world[Symbol.asyncDispose]();
  const times = (each: number[]): Times =>
    toTimes(
      each,
      each.reduce((sum, ms) => sum + ms, 0),
    );
  return {
    'empty node:http server': times(emptyMs),
    'serve, empty store': times(serveMs),
    'serve, 30,000 expired rows': times(filledMs),
  };
}

async function untilReady(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = new Promise((resolve) => child.once('close', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const taken = performance.now() - startedAt;
  child.kill('SIGKILL');
  await exited;
  return taken;
}

async function fill(path: string, rows: number): Promise<void> {
  const store = await openStore({ kind: 'sqlite', path }, { now: Date.now, exclusive: false });
  await store.close();
  const database = new DatabaseSync(path);
  database.exec(`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${rows})
    INSERT INTO leases (id, state, organization, rule, issuer, repository_id, run, attempt, claims_hash,
      body_hash, method, name, api_key, role_id, expires_at, created_at, due_at)
    SELECT 'id-' || n, 'leased', 'prod', 'shop-deploy', 'github', '1', '1', '1', '', '', 'scoped-role',
      'exo-broker.1.' || n, 'EXO' || n, '00000000-0000-4000-8000-000000000000', 1, 1, 1 FROM numbers`);
  database.close();
}
