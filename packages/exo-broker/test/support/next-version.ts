// A newer version of the built command: the one of today with one more migration, installed elsewhere.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const packageFolder = join(import.meta.dirname, '../..');
// In the built command, the list of migrations ends after the last statement of the newest.
const lastStatement = `CREATE INDEX leases_live ON leases (rule, issuer, repository_id, run, state)
     WHERE state <> 'revoked'\`]`;

export interface NextVersion {
  /** The built command. */
  readonly module: string;
  readonly remove: () => void;
}

export function installNextVersion(migration: string): NextVersion {
  const folder = mkdtempSync(join(tmpdir(), 'exo-broker-next-'));
  const command = 'dist/start/run.js';
  const [before, after, ...more] = readFileSync(join(packageFolder, command), 'utf8').split(
    lastStatement,
  );
  if (after === undefined || more.length > 0) throw new Error('the migrations are not found');
  const module = join(folder, command);
  mkdirSync(dirname(module), { recursive: true });
  writeFileSync(module, `${before}${lastStatement},[${JSON.stringify(migration)}]${after}`);
  copyFileSync(join(packageFolder, 'package.json'), join(folder, 'package.json'));
  return { module, remove: () => rmSync(folder, { recursive: true }) };
}
