// python-exoscale, Exoscale's Python library, whose methods come from the official specification.
import { join } from 'node:path';

import { startDriver } from '../../src/clients/driver.ts';
import { tryClient } from '../../src/clients/try-client.ts';
import type { Part } from '../../src/part.ts';
import { createPythonEnvironment } from '../../src/python-environment.ts';

export const pythonExoscale: Part = {
  name: 'python-exoscale',
  title: 'python-exoscale 0.16.4 works against the simulator',
  async run(context) {
    const file = join(import.meta.dirname, 'requirements.txt');
    const command = await createPythonEnvironment(context, { name: 'python-exoscale', file });
    const args = ['-u', join(import.meta.dirname, 'driver.py')];
    return tryClient(context, startDriver({ command, args, signal: context.signal }));
  },
};
