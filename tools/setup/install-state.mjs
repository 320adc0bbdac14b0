// Tells whether the last install still fits, so that a second run does not even start pnpm for it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'node_modules/.setup-fingerprint';

/**
 * A digest of everything that decides what is installed.
 *
 * @param {string} root
 */
export function fingerprintInstall(root) {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests(root)];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Whether an install with that fingerprint was completed and is still there.
 *
 * @param {string} root
 * @param {string} fingerprint
 */
export function isInstalled(root, fingerprint) {
  const path = join(root, stamp);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== fingerprint) return false;
  return manifests(root).every((file) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, file), 'utf8'));
    if (!dependencies && !devDependencies) return true;
    return existsSync(join(root, file, '../node_modules'));
  });
}

/**
 * @param {string} root
 * @param {string} fingerprint
 */
export function rememberInstall(root, fingerprint) {
  writeFileSync(join(root, stamp), fingerprint);
}

// Every package.json of the workspace. The list is read as text: no YAML parser is installed yet.
function manifests(root) {
  const text = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const [list = ''] = /^packages:\n(?: +- .+\n)+/m.exec(text) ?? [];
  const folders = [...list.matchAll(/- (.+)/g)].flatMap(([, pattern]) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return readdirSync(join(root, parent)).map((name) => `${parent}/${name}`);
  });
  const candidates = folders.map((folder) => `${folder}/package.json`);
  return ['package.json', ...candidates.filter((file) => existsSync(join(root, file)))];
}
