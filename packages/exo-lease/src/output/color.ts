// Whether and how text is colored.
import { styleText } from 'node:util';

import type { Context, OutputStream } from '../context.ts';

type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';

/** FORCE_COLOR decides, then NO_COLOR, then whether the stream is a terminal. */
function hasColor({ env }: Pick<Context, 'env'>, { isTTY }: OutputStream): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return isTTY === true && env['TERM'] !== 'dumb';
}

/** A function that styles text for a stream, or leaves it as it is. */
export function styler(
  context: Pick<Context, 'env'>,
  stream: OutputStream,
): (style: Style, text: string) => string {
  if (!hasColor(context, stream)) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}
