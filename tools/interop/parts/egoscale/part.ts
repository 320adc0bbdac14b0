// egoscale v3, Exoscale's Go library: what the exo CLI and the integrations are built on.
import { join } from 'node:path';

import { startDriver } from '../../src/clients/driver.ts';
import { tryClient } from '../../src/clients/try-client.ts';
import { buildGoProgram } from '../../src/go-program.ts';
import type { Part } from '../../src/part.ts';

export const egoscale: Part = {
  name: 'egoscale',
  title: 'egoscale 3.1.40 works against the simulator',
  async run(context) {
    const folder = join(import.meta.dirname, 'driver');
    const command = await buildGoProgram(context, { folder, binary: 'egoscale-driver' });
    return tryClient(context, startDriver({ command, signal: context.signal }));
  },
};
