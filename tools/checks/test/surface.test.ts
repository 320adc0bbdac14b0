// The public names of each published package. A change of a file under surface/ is a change for
// users: it needs a changeset. `npx vitest run -u tools/checks` writes them anew.
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { describe, expect, it } from 'vitest';

import { publishedPackages } from '../src/manifests.ts';
import { read, root } from '../src/repository.ts';

const entries = publishedPackages.flatMap(({ folder, manifest }) =>
  Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) =>
    typeof target === 'string'
      ? []
      : [
          {
            specifier: `${manifest.name}${subpath.slice(1)}`,
            file: `surface/${basename(folder)}${subpath.slice(1).replaceAll('/', '-')}.txt`,
            declarations: `${folder}/${target.types}`,
          },
        ],
  ),
);

describe('declared surface', () => {
  it.each(entries)('$specifier', async ({ declarations, file }) => {
    const lines = [...(await describeValues(declarations)), ...listTypes(declarations)];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

async function describeValues(declarations: string): Promise<string[]> {
  const url = pathToFileURL(resolve(root, declarations.replace(/\.d\.ts$/, '.js')));
  const values = (await import(url.href)) as Record<string, unknown>;
  return Object.entries(values)
    .map(([name, value]) => `${kindOf(value)} ${name}`)
    .sort();
}

function kindOf(value: unknown): string {
  if (typeof value !== 'function') return Array.isArray(value) ? 'array' : typeof value;
  return /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'function';
}

// Index files are plain lists of names, so the lists can be read as text.
function listTypes(declarations: string): string[] {
  const lists = read(declarations).matchAll(/export type \{([^}]*)\}/g);
  return [...lists]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => `type ${name}`)
    .sort();
}
