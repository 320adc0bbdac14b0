// The signer's default entry runs in every JavaScript runtime, so nothing of Node may bleed into it.
import { resolve } from 'node:path';

import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

import { root } from '../src/repository.ts';

const forbidden = /node:\w*|\bprocess\b|\bBuffer\b|\brequire\b/g;

/** All that an entry reaches, in one text without comments, and what it imports from elsewhere. */
async function bundle(entry: string): Promise<{ code: string; imports: string[] }> {
  const build = await rolldown({
    input: resolve(root, entry),
    platform: 'neutral',
    external: /^[^./]/,
  });
  const { output } = await build.generate({
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await build.close();
  return { code: output[0].code, imports: output[0].imports };
}

describe('@x/exo-signer', () => {
  it('reaches web-standard globals alone from its default entry', async () => {
    const { code, imports } = await bundle('packages/exo-signer/dist/index.js');
    expect(code.match(forbidden) ?? []).toEqual([]);
    expect(imports).toEqual([]);
  });

  it('adds node:crypto and nothing else in its node entry', async () => {
    const { code, imports } = await bundle('packages/exo-signer/dist/node/index.js');
    expect(new Set(code.match(forbidden))).toEqual(new Set(['node:crypto']));
    expect(imports).toEqual(['node:crypto']);
  });
});
