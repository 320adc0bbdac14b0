// The signer's published tarball signs the vectors on every runtime it is said to work on.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { InteropError } from '../../src/interop-error.ts';
import { installNpmPackages } from '../../src/npm-packages.ts';
import type { Check, InteropContext, Part } from '../../src/part.ts';
import { findChromium } from './find-chromium.ts';
import { installTarball, signable } from './install-tarball.ts';
import { judgeOutcome } from './judge-outcome.ts';
import type { Outcome } from './judge-outcome.ts';
import { readOutcome } from './read-outcome.ts';
import { runChromium } from './run-chromium.ts';
import { runWorkerd } from './run-workerd.ts';

interface Runtime {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

export const runtimes: Part = {
  name: 'runtimes',
  title: 'the tarball of exo-signer signs the vectors on Node, Deno, Bun, Chromium and workerd',
  async run(context) {
    const browser = await findChromium(context);
    const installed = await installRuntimes(context);
    const folder = await installTarball(context);
    try {
      const checks: Check[] = [];
      const notes: string[] = [];
      for (const { name, run } of listRuntimes(context, { installed, folder, browser })) {
        context.log(`${name} …`);
        const outcome = await run();
        const own = judgeOutcome(name, outcome, signable);
        // A runtime that signed nothing must not pass beside others.
        checks.push({ name: `${name} signed something`, passed: own.length > 0 }, ...own);
        notes.push(describe(name, outcome, own));
      }
      return { checks, notes };
    } finally {
      if (!context.keep) rmSync(folder, { recursive: true, force: true });
    }
  },
};

function listRuntimes(
  context: InteropContext,
  paths: { readonly installed: string; readonly folder: string; readonly browser: string },
): readonly Runtime[] {
  const { installed, folder, browser } = paths;
  const from = (path: string): string => join(installed, 'node_modules', path);
  const main = join(folder, 'main.mjs');
  const program = (name: string, command: readonly string[]): Runtime => ({
    name,
    run: () => readOutcome(context, command, folder),
  });
  const deno = ['run', '--no-prompt', '--no-remote', '--node-modules-dir=manual', main];
  return [
    program('Node 20.20.2', [from('node20/bin/node'), main]),
    program('Node 22.23.3', [from('node22/bin/node'), main]),
    program('Node 24.21.0', [from('node24/bin/node'), main]),
    program('Node 26.10.0', [from('node26/bin/node'), main]),
    program('Deno 2.9.6', [from('@deno/linux-x64-glibc/deno'), ...deno]),
    program('Bun 1.4.5', [from('@oven/bun-linux-x64/bin/bun'), 'run', main]),
    { name: browser, run: () => runChromium(context, folder) },
    {
      name: 'workerd 1.20261117.1',
      run: () =>
        runWorkerd(context, { binary: from('@cloudflare/workerd-linux-64/bin/workerd'), folder }),
    },
  ];
}

async function installRuntimes(context: InteropContext): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new InteropError(
      'TOOL_MISSING',
      `the runtimes are pinned as packages for linux-x64, this is ${process.platform}-${process.arch}; run it there`,
    );
  }
  const manifests = join(import.meta.dirname, 'npm');
  return installNpmPackages(context, { name: 'runtimes-npm', manifests });
}

function describe(name: string, { escapesCaret, entries }: Outcome, own: readonly Check[]): string {
  const passed = own.filter((check) => check.passed).length;
  const caret = escapesCaret ? 'written %5E' : 'kept';
  const count = Object.keys(entries).length;
  return `${name}: ${passed} of ${own.length} vectors, ${count} ${count === 1 ? 'entry' : 'entries'}, ^ in a path is ${caret}`;
}
