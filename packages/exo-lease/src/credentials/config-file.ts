// Finds exoscale.toml where the exo CLI looks for it.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import type { Context } from '../context.ts';

type Place = Pick<Context, 'env' | 'platform'>;

/** The file that `-C` or `EXOSCALE_CONFIG` names, else the first one found, else undefined. */
export function findConfigFile(place: Place, named: string | undefined): string | undefined {
  const { env } = place;
  return named || env['EXOSCALE_CONFIG'] || searchPath(place).find((path) => existsSync(path));
}

/** The files that are looked for, in order. */
export function searchPath(place: Place): string[] {
  const home = homeOf(place);
  const folders = [join(configHome(place), 'exoscale'), join(home, '.exoscale'), home, '.'];
  return folders.map((folder) => join(folder, 'exoscale.toml'));
}

function configHome(place: Place): string {
  const { env, platform } = place;
  const home = homeOf(place);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
}

export function homeOf({ env, platform }: Place): string {
  return (platform === 'win32' ? env['USERPROFILE'] : env['HOME']) || homedir();
}
