// The password of a connection from libpq's password file: the one of PGPASSFILE, or `.pgpass` at home.
import pgpass, { type Wanted } from 'pgpass';

/** An empty string if no line of the file matches. A file that a group can read is ignored, as libpq does. */
export function readPgpass(wanted: Wanted): Promise<string> {
  return new Promise((resolve) => pgpass(wanted, (password) => resolve(password ?? '')));
}
