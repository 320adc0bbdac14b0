import { describe, expect, it } from 'vitest';

import { anchors, codeBlocks, relativeLinks } from '../src/markdown.ts';

const text = [
  '# A «title», with `code`',
  '[in](docs/a.md#b) [out](https://host/) [here](#c)',
  '```yaml',
  'a: [x](y)',
  '```',
  '```sh',
  '# no heading',
  '```',
  '',
].join('\n');

describe('codeBlocks', () => {
  it('gives those of the language', () => {
    expect(codeBlocks(text, 'yaml')).toEqual(['a: [x](y)\n']);
  });

  it('takes off the indent of a list', () => {
    expect(codeBlocks('1. Run:\n\n   ```sh\n   a\n     b\n   ```\n', 'sh')).toEqual(['a\n  b\n']);
  });
});

describe('relativeLinks', () => {
  it('leaves out code and other hosts', () => {
    expect(relativeLinks(text)).toEqual(['docs/a.md#b', '#c']);
  });
});

describe('anchors', () => {
  it('follow the headings outside of code', () => {
    expect(anchors(text)).toEqual(['a-title-with-code']);
  });
});
