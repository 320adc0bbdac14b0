// The sealing package is private, so it is bundled. The command is one file, since finding and compiling the
// files of its dependencies takes most of a start.
import { defineConfig, type RolldownOptions } from 'rolldown';

import { licenses } from '../../tools/licenses/licenses-plugin.ts';

const configs: RolldownOptions[] = defineConfig([
  {
    input: 'dist/lease/seal.js',
    platform: 'node',
    external: ['jose'],
    output: { file: 'dist/lease/seal.js', format: 'esm' },
  },
  {
    input: 'dist/start/run.js',
    platform: 'node',
    external: ['pg-native'],
    plugins: [licenses],
    treeshake: { propertyReadSideEffects: false },
    optimization: { pifeForModuleWrappers: false },
    output: {
      dir: 'dist/start',
      entryFileNames: 'run.js',
      format: 'esm',
      codeSplitting: false,
      minify: true,
    },
  },
]);

// eslint-disable-next-line import/no-default-export -- rolldown reads the default export.
export default configs;
