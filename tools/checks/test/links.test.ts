// Links inside the repository lead to files and headings that are there.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { anchors, ownLinks, relativeLinks } from '../src/markdown.ts';
import { committedFiles, read, root } from '../src/repository.ts';

const files = committedFiles().filter((path) => path.endsWith('.md'));

describe('links', () => {
  it.each(files)('%s', (path) => {
    const text = read(path);
    expect(relativeLinks(text).filter((link) => !leadsSomewhere(path, link))).toEqual([]);
    expect(ownLinks(text).filter((link) => !leadsSomewhere('README.md', link))).toEqual([]);
  });
});

it('docs/architecture.md names files that exist', () => {
  const named = read('docs/architecture.md').matchAll(/`((?:packages|actions|tools)\/[^`]+)`/g);
  const paths = [...named].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? from : join(dirname(from), file);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchors(read(target)).includes(anchor);
}
