// Two bundles. The library leaves its dependencies outside, except zod, which takes 8 MB on a disk, and our private
// sealing package. The command holds everything, since finding and compiling the files of its dependencies takes
// most of a start. What only PostgreSQL needs is in a file of its own in both.
import { defineConfig, type RolldownOptions } from 'rolldown';

import { licenses } from '../../tools/licenses/licenses-plugin.ts';
import manifest from './package.json' with { type: 'json' };

const common = { platform: 'node', treeshake: { propertyReadSideEffects: false } } as const;

const configs: RolldownOptions[] = defineConfig([
  {
    ...common,
    input: 'src/index.ts',
    external: Object.keys(manifest.dependencies),
    output: { dir: 'dist', chunkFileNames: 'library/[name].js' },
  },
  {
    ...common,
    input: { cli: 'src/cli.ts', 'start/run': 'src/start/run.ts' },
    external: ['pg-native'],
    plugins: [licenses],
    optimization: { pifeForModuleWrappers: false },
    output: { dir: 'dist', chunkFileNames: 'command/[name].js', minify: true },
  },
]);

// eslint-disable-next-line import/no-default-export -- rolldown reads the default export.
export default configs;
