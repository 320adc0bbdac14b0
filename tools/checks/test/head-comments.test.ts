// A file opens with what it does (CONTRIBUTING.md). The formatter sorts imports with the comments above
// them, so an import that comes to stand first takes the head comment from the top.
import { describe, expect, it } from 'vitest';

import { committedFiles, read } from '../src/repository.ts';

const written = committedFiles().filter(
  (path) => /\.(?:ts|mjs)$/.test(path) && !/\/(?:dist|generated)\//.test(path),
);
const imports = /(?:import\s[^;]*;\n+)+/.source;
const amongImports = new RegExp(`^(?:#!.*\\n)?${imports}(?://.*\\n+)+import\\s`);

describe('the head comment', () => {
  it('is there in every source but lists of names', () => {
    const sources = written.filter(
      (path) => path.includes('/src/') && !path.includes('/test/') && !path.endsWith('/index.ts'),
    );
    expect(sources.filter((path) => !/^(?:\/[/*]|#!)/.test(read(path)))).toEqual([]);
  });

  it('is nowhere among the imports', () => {
    expect(written.filter((path) => amongImports.test(read(path)))).toEqual([]);
  });
});
