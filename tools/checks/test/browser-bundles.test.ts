// The client runs in browsers and edge runtimes: their bundlers find nothing of Node in it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import webpack from 'webpack';

import { root } from '../src/repository.ts';

// Below this package, so that imports resolve through its dependencies.
const cache = join(root, 'tools/checks/node_modules/.cache');
let folder: string;
let entry: string;

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'browser-'));
  entry = join(folder, 'entry.mjs');
  writeFileSync(
    entry,
    `import * as client from '@x/exo-iam';\nimport { createSigner } from '@x/exo-signer';\nglobalThis.bundled = { ...client, createSigner };\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each gives the file it wrote, and fails for an import that a browser lacks. */
const bundlers: Readonly<Record<string, () => Promise<string>>> = {
  esbuild: async () => {
    const outfile = join(folder, 'esbuild.js');
    await esbuild({ entryPoints: [entry], outfile, bundle: true, platform: 'browser' });
    return outfile;
  },
  vite: async () => {
    const lib = { entry, formats: ['iife' as const], name: 'x', fileName: () => 'vite.js' };
    await vite({
      configFile: false,
      logLevel: 'error',
      root: folder,
      build: { lib, outDir: folder, emptyOutDir: false, minify: false },
    });
    return join(folder, 'vite.js');
  },
  webpack: async () => {
    const output = { path: folder, filename: 'webpack.js' };
    const compiler = webpack({ mode: 'production', target: 'web', entry, output });
    const stats = await promisify(compiler.run.bind(compiler))();
    expect(stats?.compilation.errors.map(({ message }) => message)).toEqual([]);
    return join(folder, 'webpack.js');
  },
};

describe('for the browser', () => {
  it.each(Object.keys(bundlers))('%s bundles the client without a part of Node', async (name) => {
    const code = readFileSync((await bundlers[name]?.()) ?? '', 'utf8');
    expect(code.match(/["']node:\w+["']|browser-external|\brequire\(/g) ?? []).toEqual([]);
    expect(code).toContain('EXO2-HMAC-SHA256');
  });
});
