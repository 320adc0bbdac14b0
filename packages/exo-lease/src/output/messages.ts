// Lines on standard error.
import type { Context, GlobalOptions } from '../context.ts';
import { styler } from './color.ts';
import { plainText } from './plain-text.ts';

/** A remark, which --quiet leaves out. */
export function note(
  { stderr }: Pick<Context, 'stderr'>,
  text: string,
  { quiet }: Pick<GlobalOptions, 'quiet'>,
): void {
  if (!quiet) stderr.write(`${plainText(text)}\n`);
}

export function warn(context: Pick<Context, 'env' | 'stderr'>, text: string): void {
  const style = styler(context, context.stderr);
  context.stderr.write(`${style('yellow', 'warning:')} ${plainText(text)}\n`);
}

export function printError(context: Pick<Context, 'env' | 'stderr'>, text: string): void {
  const style = styler(context, context.stderr);
  context.stderr.write(`${style('red', 'error:')} ${plainText(text)}\n`);
}
