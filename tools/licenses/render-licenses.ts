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
  return [name, `${license}\n${licenseText(place)}`.trim()];
}

// Some packages have it as the last section of their README alone.
function licenseText(folder: string): string {
  const find = (pattern: RegExp): string => {
    const found = readdirSync(folder).find((entry) => pattern.test(entry));
    return found === undefined ? '' : readFileSync(join(folder, found), 'utf8').trim();
  };
  const own = find(/^licen[cs]e(?:\.\w+)?$/i);
  if (own !== '') return own;
  return (/^#+ licen[cs]e\s+([^]*)/im.exec(find(/^readme(?:\.\w+)?$/i))?.[1] ?? '').trim();
}

// Some packages mark their folders as ES modules with a package.json that has no name.
function folderOf(folder: string): string {
  const manifest = join(folder, 'package.json');
  const isPackage = existsSync(manifest) && /"name"/.test(readFileSync(manifest, 'utf8'));
  return isPackage ? folder : folderOf(dirname(folder));
}
