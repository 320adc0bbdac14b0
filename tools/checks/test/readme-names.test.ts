// The README of a published package names everything it exports that is no type, and every error code.
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { describe, expect, it } from 'vitest';

import { publishedPackages } from '../src/manifests.ts';
import { read, root } from '../src/repository.ts';

describe.each(publishedPackages)('README of $manifest.name', ({ folder, manifest }) => {
  const readme = read(`${folder}/README.md`);
  const entries = Object.values(manifest.exports ?? {}).flatMap((target) =>
    typeof target === 'string' ? [] : [target.types.replace(/\.d\.ts$/, '.js')],
  );

  it.each(entries)('names what %s exports', async (entry) => {
    const { href } = pathToFileURL(resolve(root, folder, entry));
    const names = Object.keys((await import(href)) as object);
    const missing = names.filter((name) => !readme.includes(name));
    expect(missing, 'missing from the README').toEqual([]);
  });

  it('names every error code', () => {
    const files = globSync(`${folder}/src/{errors,*-error}.ts`, { cwd: root });
    const unions = files.flatMap((file) => [...read(file).matchAll(/ErrorCode =([^;]+);/g)]);
    const codes = unions.flatMap(([, union = '']) =>
      [...union.matchAll(/^ *\| '([\w-]+)'/gm)].map(([, code = '']) => code),
    );
    expect(codes.length > 0, 'codes where there is an error class').toBe(files.length > 0);
    const missing = codes.filter((code) => !readme.includes(`\`${code}\``));
    expect(missing, 'missing from the README').toEqual([]);
  });
});
