// Writes the log: masked, indented by group, colored where asked, and kept for the result.
import { stripVTControlCharacters, styleText } from 'node:util';

import type { AnnotationLevel } from '../job-result.ts';
import type { SecretMasks } from '../masks/secret-masks.ts';

export type LineStyle = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'magenta';

export interface JobLog {
  /** One or more lines, at the current indentation. */
  line(text: string, style?: LineStyle): void;
  openGroup(title: string): void;
  closeGroup(): void;
  annotate(level: AnnotationLevel, message: string): void;
  /** What was written, without color. */
  text(): string;
}

export interface JobLogOptions {
  readonly masks: SecretMasks;
  readonly write: (text: string) => void;
  readonly color: boolean;
}

const annotationStyles: Readonly<Record<AnnotationLevel, { title: string; style: LineStyle }>> = {
  error: { title: 'Error', style: 'red' },
  warning: { title: 'Warning', style: 'yellow' },
  notice: { title: 'Notice', style: 'cyan' },
};

export function createJobLog(options: JobLogOptions): JobLog {
  const { masks, write, color } = options;
  const written: string[] = [];
  let depth = 0;

  const line = (text: string, style?: LineStyle): void => {
    const indent = '  '.repeat(depth);
    for (const single of text.split(/\r?\n/)) {
      // Removes escape sequences first, because one inside a secret would hide it from the search.
      const stripped = stripVTControlCharacters(single);
      const masked = masks.mask(stripped);
      const plain = `${indent}${masked}`.trimEnd();
      written.push(`${plain}\n`);
      if (!color) write(`${plain}\n`);
      else if (style) write(`${styleText(style, plain, { validateStream: false })}\n`);
      else write(masked === stripped ? `${indent}${single}\n` : `${plain}\n`);
    }
  };

  return {
    line,
    openGroup(title) {
      line(`▸ ${title}`, 'bold');
      depth += 1;
    },
    closeGroup() {
      depth = Math.max(0, depth - 1);
    },
    annotate(level, message) {
      const { title, style } = annotationStyles[level];
      line(`${title}: ${message}`, style);
    },
    text: () => written.join(''),
  };
}
