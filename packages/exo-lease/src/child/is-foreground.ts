// Whether this process is in the foreground of a terminal.
import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * True when a key such as Ctrl+C sends its signal to the command as well: the terminal signals the whole
 * foreground group.
 */
export function isForeground(): boolean {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // proc(5), after the name in parentheses: state, ppid, pgrp, session, tty_nr, tpgid.
    const [, , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return group === foreground;
  } catch {
    return isatty(0);
  }
}
