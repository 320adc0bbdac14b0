// Looks for secrets in every file below some folders, binary files of a database among them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The files that hold one of the secrets, but for those named `secret`, which are meant to. */
export function findLeaks(folders: readonly string[], secrets: Iterable<string>): string[] {
  const own = mkdtempSync(join(tmpdir(), 'exo-broker-secrets-'));
  const list = join(own, 'list');
  try {
    writeFileSync(list, [...secrets].join('\n'), { mode: 0o600 });
    const args = ['-rlaF', '--exclude=secret', '-f', list, ...folders];
    const { status, stdout, stderr } = spawnSync('grep', args, { encoding: 'utf8' });
    if (status === 1) return [];
    if (status === 0) return stdout.trim().split('\n');
    throw new Error(`grep failed: ${stderr}`);
  } finally {
    rmSync(own, { recursive: true });
  }
}
