// Bundles the command into one file in which nothing is evaluated before it is needed: modules behind
// `import()` stay functions, and so do Node's own modules, whose loading is most of a start-up.
import { builtinModules } from 'node:module';

import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';

import { licenses } from '../../tools/licenses/licenses-plugin.ts';

const prefix = '\0builtin:';

// An ES module's imports from `node:` are hoisted and loaded at the start of the bundle. Calls of
// `process.getBuiltinModule` stay where they are.
const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  resolveId: (id) => {
    const name = id.replace(/^node:/, '');
    return builtinModules.includes(name) ? `${prefix}node:${name}` : null;
  },
  load: async (id) => {
    if (!id.startsWith(prefix)) return null;
    const name = id.slice(prefix.length);
    const names = Object.keys((await import(name)) as object).filter((each) => each !== 'default');
    const code = [
      `const builtin = process.getBuiltinModule('${name}');`,
      'export default builtin;',
      ...names.map((each) => `export const ${each} = builtin.${each};`),
    ];
    return { code: code.join('\n'), moduleSideEffects: false };
  },
};

const config: RolldownOptions = defineConfig({
  input: 'src/cli.ts',
  platform: 'node',
  plugins: [lazyBuiltins, licenses],
  treeshake: { propertyReadSideEffects: false },
  // Parentheses around a module's function would make V8 compile it at the start: 25 ms for all of them.
  optimization: { pifeForModuleWrappers: false },
  output: {
    dir: 'dist',
    entryFileNames: 'cli.js',
    format: 'esm',
    codeSplitting: false,
    minify: true,
  },
});

// eslint-disable-next-line import/no-default-export -- rolldown reads the default export.
export default config;
