import { describe, expect, it } from 'vitest';

import { maskCommand, readAnnotations } from '../src/workflow-commands.ts';

describe('readAnnotations', () => {
  it('picks errors, warnings and notices, and nothing else', () => {
    const stdout = [
      '::error file=a.ts,title=One%3A %2C%250A::100%25 of%0Atwo lines',
      '::warning::No title',
      '::notice::',
      '::debug::Not shown',
      'see ::error::here',
    ];
    expect(readAnnotations(stdout.join('\n'))).toEqual([
      { level: 'error', title: 'One: ,%0A', message: '100% of\ntwo lines' },
      { level: 'warning', title: '', message: 'No title' },
      { level: 'notice', title: '', message: '' },
    ]);
  });
});

describe('maskCommand', () => {
  it('escapes what would end the line', () => {
    expect(maskCommand('a%0A\r\nb')).toBe('::add-mask::a%250A%0D%0Ab');
  });
});
