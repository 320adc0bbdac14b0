// The licences of the packages that files belong to, our own packages included.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param files Absolute paths of the modules of a bundle. */
export function renderLicenses(files: readonly string[]): string {
  const licenses = new Map(files.map(readLicense));
  const byName = [...licenses].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byName.map(([name, text]) => `${name}\n${text}\n`).join('\n');
}

function readLicense(file: string): readonly [name: string, text: string] {
  const folder = folderOf(dirname(file));
  const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly license: string;
  };
  // Our own packages have the licence of the repository.
  const place = name.startsWith('@x/') ? join(import.meta.dirname, '../..') : folder;
  const text = readdirSync(place).find((entry) => /^licen[cs]e(?:\.\w+)?$/i.test(entry));
  const words = text === undefined ? '' : readFileSync(join(place, text), 'utf8').trim();
  return [name, `${license}\n${words}`.trim()];
}

// Some packages mark their folders as ES modules with a package.json that has no name.
function folderOf(folder: string): string {
  const manifest = join(folder, 'package.json');
  const isPackage = existsSync(manifest) && /"name"/.test(readFileSync(manifest, 'utf8'));
  return isPackage ? folder : folderOf(dirname(folder));
}
