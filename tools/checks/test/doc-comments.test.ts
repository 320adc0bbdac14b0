// Everything that a published package exports says what it is: editors show the comment.
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { publishedPackages } from '../src/manifests.ts';
import { glob, read } from '../src/repository.ts';

// exo-lease is a program and exports nothing.
const indexes = publishedPackages.flatMap(({ folder }) =>
  ['index.ts', '*/index.ts'].flatMap((file) => glob(`${folder}/src/${file}`)),
);

describe('every export has a doc comment', () => {
  it.each(indexes)('%s', (path) => {
    const exported = listExports(path);
    expect(exported.length).toBeGreaterThan(0);
    expect(exported.filter(({ file, name }) => !isDocumented(read(file), name))).toEqual([]);
  });
});

/** Of its own files; what another package exports is checked there. */
function listExports(path: string): { file: string; name: string }[] {
  const lists = read(path).matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm);
  return [...lists].flatMap(([, names = '', from = '']) =>
    names
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '')
      .map((name) => ({ file: join(dirname(path), from), name })),
  );
}

function isDocumented(source: string, name: string): boolean {
  const declaration = `export (?:async )?(?:function|const|class|interface|type) ${name}\\b`;
  // A comment that ends on the line before, where only a reason for the linter may stand between.
  return new RegExp(`\\*/\\n(?://.*\\n)*${declaration}`).test(source);
}
