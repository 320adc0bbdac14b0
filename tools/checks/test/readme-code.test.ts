// The TypeScript in the READMEs of the packages compiles against what the packages publish.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { glob, read, root } from '../src/repository.ts';

// Below this package, so that imports resolve through its dependencies.
const cache = join(root, 'tools/checks/node_modules/.cache');

const blocks = glob('packages/*/README.md').flatMap((path) =>
  [...read(path).matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ''], index) => ({
    file: `${basename(dirname(path))}-${index + 1}.mts`,
    code,
  })),
);

describe('READMEs', () => {
  let folder: string;

  beforeAll(() => {
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'readme-'));
    for (const { file, code } of blocks) writeFileSync(join(folder, file), `${code}export {};\n`);
    const tsconfig = {
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: { types: ['node'], noUnusedLocals: false },
      files: blocks.map(({ file }) => file),
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('show code that compiles', () => {
    expect(typecheck(folder)).toBe('');
  });
});

/** What the compiler has to say. */
function typecheck(folder: string): string {
  if (blocks.length === 0) return '';
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  try {
    return execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
