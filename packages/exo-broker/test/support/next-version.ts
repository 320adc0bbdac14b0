// A newer version of the built command: the one of today with one more migration, installed elsewhere.
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  for (const path of ['package.json', 'dist/start', 'dist/command']) {
    cpSync(join(packageFolder, path), join(folder, path), { recursive: true });
  }
  const files = globSync('dist/**/*.js', { cwd: folder }).map((name) => join(folder, name));
  const [file, ...others] = files.filter((name) => read(name).includes(lastStatement));
  if (file === undefined || others.length > 0) throw new Error('the migrations are not found');
  const longer = `${lastStatement},[${JSON.stringify(migration)}]`;
  writeFileSync(
    file,
    read(file).replace(lastStatement, () => longer),
  );
  return {
    module: join(folder, 'dist/start/run.js'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
