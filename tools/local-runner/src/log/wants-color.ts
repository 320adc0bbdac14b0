// Whether standard output takes color, decided by Node: a terminal, NO_COLOR, FORCE_COLOR.
import { styleText } from 'node:util';

export function wantsColor(): boolean {
  return styleText('bold', 'x', { stream: process.stdout }) !== 'x';
}
