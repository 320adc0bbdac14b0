// Where the repository is and what is in it.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Absolute path of the repository. */
export const root: string = resolve(import.meta.dirname, '../../..');

/** Text of a file, named from the root. */
export function read(path: string): string {
  return readFileSync(resolve(root, path), 'utf8');
}

/** Files that match a pattern, named from the root, sorted. */
export function glob(pattern: string): string[] {
  // GitLab's files are not workflows of GitHub.
  const exclude = ['**/node_modules/**', '**/*gitlab*.yml'];
  return globSync(pattern, { cwd: root, exclude }).sort();
}

/** Every file of the next commit: tracked, or new and not ignored. */
export function committedFiles(): string[] {
  const options = ['--cached', '--others', '--exclude-standard', '-z'];
  const list = execFileSync('git', ['ls-files', ...options], { cwd: root, encoding: 'utf8' });
  const deleted = execFileSync('git', ['ls-files', '--deleted', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  const gone = new Set(deleted.split('\0'));
  return list.split('\0').filter((path) => path !== '' && !gone.has(path));
}
