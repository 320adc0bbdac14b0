// The folder where programs of this user keep their state.
import { join } from 'node:path';

import type { Context } from '../context.ts';
import { homeOf } from '../credentials/config-file.ts';

export function stateFolder(place: Pick<Context, 'env' | 'platform'>): string {
  const { env, platform } = place;
  const home = homeOf(place);
  if (env['XDG_STATE_HOME']) return join(env['XDG_STATE_HOME'], 'exo-lease');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'exo-lease');
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'exo-lease');
  }
  return join(home, '.local', 'state', 'exo-lease');
}
