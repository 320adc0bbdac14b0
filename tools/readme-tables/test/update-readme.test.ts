import { describe, expect, it } from 'vitest';

import { updateReadme } from '../src/update-readme.ts';

const action = `
inputs:
  zone:
    description: The zone.
    default: ch-gva-2
  operations:
    description: >
      One a line,
      or a | b.
    required: true
  dry:
    description: Whether nothing is done.
    default: false
  note:
    description: Any text. No more than a line. Default the name of the job.
`;

describe('updateReadme', () => {
  it('writes the first sentence about every input with its default, and leaves the rest as it is', () => {
    const readme = 'Before.\n\n<!-- inputs-start -->\nold\n<!-- inputs-end -->\n\nAfter.\n';
    expect(updateReadme(readme, action)).toBe(
      [
        'Before.',
        '',
        '<!-- inputs-start -->',
        '',
        '| input        | what it is               | default             |',
        '| ------------ | ------------------------ | ------------------- |',
        '| `zone`       | The zone.                | `ch-gva-2`          |',
        '| `operations` | One a line, or a \\| b.   | required            |',
        '| `dry`        | Whether nothing is done. | `false`             |',
        '| `note`       | Any text.                | the name of the job |',
        '',
        '<!-- inputs-end -->',
        '',
        'After.',
        '',
      ].join('\n'),
    );
  });

  it('changes nothing the second time', () => {
    const readme = '<!-- inputs-start --><!-- inputs-end -->\n';
    const once = updateReadme(readme, action);
    expect(updateReadme(once, action)).toBe(once);
  });

  it('writes outputs', () => {
    const readme = '<!-- outputs-start -->\n<!-- outputs-end -->\n';
    const written = updateReadme(readme, 'outputs: { id: { description: An id. } }');
    expect(written).toContain('| `id`   | An id.     |');
  });

  it('needs no place for a table that there is no need for', () => {
    expect(updateReadme('Text.\n', 'runs: { using: node24 }')).toBe('Text.\n');
  });

  it.each([
    ['no comments', 'Text.'],
    ['no end', '<!-- inputs-start -->'],
    ['no start', '<!-- inputs-end -->'],
    ['the end first', '<!-- inputs-end --><!-- inputs-start -->'],
    ['the end first and last', '<!-- inputs-end --><!-- inputs-start --><!-- inputs-end -->'],
    ['two starts', '<!-- inputs-start --><!-- inputs-start --><!-- inputs-end -->'],
    ['two ends', '<!-- inputs-start --><!-- inputs-end --><!-- inputs-end -->'],
  ])('refuses a README with %s', (_, readme) => {
    expect(() => updateReadme(readme, action)).toThrow('inputs-start');
  });
});
