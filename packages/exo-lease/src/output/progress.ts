// Shows a line on a terminal while slow work runs, and removes it afterwards.
import type { Context, GlobalOptions } from '../context.ts';

// Faster work shows no line.
const delayMs = 400;
const clearLine = '\r\u001B[2K';

/** Shows `text` while `work` is under way, on a terminal only. */
export async function withProgress<T>(
  { stderr, env }: Pick<Context, 'stderr' | 'env'>,
  { text, quiet }: { readonly text: string } & Pick<GlobalOptions, 'quiet'>,
  work: () => Promise<T>,
): Promise<T> {
  if (!stderr.isTTY || quiet || env['TERM'] === 'dumb') return work();
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    stderr.write(`${clearLine}${text}…`);
  }, delayMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (isShown) stderr.write(clearLine);
  }
}
