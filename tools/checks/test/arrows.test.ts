// The arrows between the houses (CONTRIBUTING.md): the linter refuses every import that is not one.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { read, root } from '../src/repository.ts';

const imports = 'no-restricted-imports';
const environment = 'no-restricted-properties';

// [file, its one statement, the rule that refuses it]
const refused: readonly (readonly [string, string, string])[] = [
  ['packages/exo-signer/src/a.ts', "import '@x/exo-operations';", imports],
  ['packages/exo-signer/src/b.ts', "import 'node:crypto';", imports],
  ['packages/exo-signer/src/c.ts', "import 'leven';", imports],
  ['packages/exo-signer/src/d.ts', "import type { A } from '@x/vectors';", imports],
  ['packages/exo-signer/src/e.ts', "export { a } from '@x/exo-iam';", imports],
  ['packages/exo-signer/src/f.ts', "import '../../vectors/src/index.ts';", imports],
  ['packages/exo-signer/src/node/a.ts', "import 'node:fs';", imports],
  ['packages/exo-signer/src/node/b.ts', "import '@x/exo-iam';", imports],
  ['packages/exo-signer/test/a.test.ts', "import '@x/exo-sim';", imports],
  ['packages/exo-operations/src/a.ts', "import '@x/exo-signer';", imports],
  ['packages/exo-operations/src/b.ts', "import 'node:fs';", imports],
  ['packages/exo-operations/test/a.test.ts', "import '@x/vectors';", imports],
  ['packages/exo-iam/src/a.ts', "import '@x/exo-sim';", imports],
  ['packages/exo-iam/src/b.ts', "import '@x/action-kit';", imports],
  ['packages/exo-iam/src/c.ts', "import '@x/action-mint';", imports],
  ['packages/exo-iam/src/d.ts', "import '@actions/core';", imports],
  ['packages/exo-iam/src/e.ts', "import '../../../actions/mint/src/main.ts';", imports],
  ['packages/exo-iam/src/client/a.ts', "import '../resources/zone.ts';", imports],
  ['packages/exo-iam/src/resources/a.ts', "import '../scope/scope.ts';", imports],
  ['packages/exo-iam/src/scope/a.ts', "import '../client/transport.ts';", imports],
  ['packages/exo-iam/src/scope/b.ts', "import '../resources/zone.ts';", imports],
  ['packages/exo-iam/src/usage/a.ts', "import '../lease/mint.ts';", imports],
  ['packages/exo-iam/src/lease/methods/a.ts', "import '../../usage/usage-report.ts';", imports],
  ['packages/seal/src/a.ts', "import '@x/exo-iam';", imports],
  ['packages/broker-client/src/a.ts', "import '@x/exo-iam';", imports],
  ['actions/unseal/src/a.ts', "import '@x/broker-client';", imports],
  ['packages/github-jobs/src/a.ts', "import '@x/action-kit';", imports],
  ['packages/github-jobs/src/b.ts', "import '@actions/core';", imports],
  ['packages/exo-iam/test/a.test.ts', "import '@x/vectors';", imports],
  ['packages/exo-sim/src/a.ts', "import '@x/exo-signer';", imports],
  ['packages/exo-sim/src/b.ts', "import '@x/exo-iam';", imports],
  ['packages/exo-sim/src/c.ts', "import '@x/exo-signer/node';", imports],
  ['packages/exo-sim/src/policy/a.ts', "import '../state/store.ts';", imports],
  ['packages/exo-sim/src/policy/b.ts', "import '@x/exo-iam';", imports],
  ['packages/exo-sim/src/legacy/a.ts', "import '../policy/iam-policy.ts';", imports],
  ['packages/exo-sim/src/state/a.ts', "import '../call/call.ts';", imports],
  ['packages/exo-sim/src/state/b.ts', "import '../simulator.ts';", imports],
  ['packages/exo-sim/src/call/a.ts', "import '../auth/authorize.ts';", imports],
  ['packages/exo-sim/src/auth/a.ts', "import '../handlers/handlers.ts';", imports],
  ['packages/exo-sim/src/handlers/a.ts', "import '../http/serve.ts';", imports],
  ['packages/exo-sim/src/http/a.ts', "import '../cli/run.ts';", imports],
  ['packages/exo-sim/test/a.test.ts', "import '@x/exo-signer';", imports],
  ['packages/exo-sim/test/b.test.ts', "import '@x/exo-iam';", imports],
  ['packages/exo-sim/test/c.test.ts', "import '../../exo-signer/src/index.ts';", imports],
  ['packages/exo-lease/src/a.ts', "import '@x/exo-sim';", imports],
  ['packages/exo-lease/src/b.ts', "import '@x/exo-signer';", imports],
  ['packages/exo-lease/src/c.ts', "import '@x/action-kit';", imports],
  ['packages/exo-lease/src/d.ts', 'export const a = process.env;', environment],
  ['packages/exo-broker/src/a.ts', "import '@x/exo-sim';", imports],
  ['packages/exo-broker/src/identity/a.ts', "import '@x/exo-iam';", imports],
  ['packages/exo-broker/src/identity/b.ts', "import 'hono/jwt';", imports],
  ['packages/exo-broker/src/policy/a.ts', "import '../lease/mint.ts';", imports],
  ['packages/exo-broker/src/store/a.ts', "import '../http/app.ts';", imports],
  ['packages/exo-broker/src/lease/a.ts', "import '../http/app.ts';", imports],
  ['packages/action-kit/src/a.ts', "import '@x/exo-sim';", imports],
  ['packages/action-kit/src/b.ts', "import '@x/action-mint';", imports],
  ['packages/vectors/src/a.ts', "import '@x/exo-signer';", imports],
  ['actions/mint/src/a.ts', "import '@x/action-sweep';", imports],
  ['actions/mint/src/b.ts', "import '@x/exo-signer';", imports],
  ['actions/mint/src/c.ts', "import '@actions/core';", imports],
  ['actions/mint/src/d.ts', "import '../../sweep/src/main.ts';", imports],
  ['actions/mint/test/a.test.ts', "import '@x/action-sweep';", imports],
  ['actions/mint/src/octokit.ts', "import '@actions/github';", imports],
  ['actions/sweep/src/a.ts', "import '@actions/core';", imports],
  ['tools/demo/a.ts', "import '@x/action-mint';", imports],
  ['tools/demo/b.ts', "import '@actions/core';", imports],
  ['packages/exo-iam/src/f.ts', 'export const a = process.env;', environment],
  ['packages/exo-iam/src/g.ts', "import { env } from 'node:process';", imports],
  ['packages/exo-signer/src/g.ts', 'export const a = process.env;', environment],
  ['packages/exo-sim/src/d.ts', 'export const a = process.env;', environment],
  ['actions/mint/src/e.ts', 'export const a = process.env;', environment],
];

const allowed: readonly (readonly [string, string])[] = [
  ['packages/exo-signer/src/node/z.ts', "import 'node:crypto';"],
  ['packages/exo-signer/src/node/y.ts', "import '../types.ts';"],
  ['packages/exo-signer/test/z.test.ts', "import '@x/vectors';"],
  ['packages/exo-signer/test/lib/z.test.ts', "import '../../src/lib/a.ts';"],
  ['packages/exo-iam/src/z.ts', "import '@x/exo-signer/node';"],
  ['packages/exo-iam/src/y.ts', "import '@x/exo-operations';"],
  ['packages/exo-iam/src/scope/z.ts', "import '../resources/iam-policy.ts';"],
  ['packages/exo-iam/src/lease/z.ts', "import '../scope/scope.ts';"],
  ['packages/github-jobs/src/z.ts', "import '@octokit/core';"],
  ['packages/exo-iam/test/z.test.ts', "import '@x/exo-sim';"],
  ['packages/exo-sim/src/z.ts', "import '@x/exo-operations';"],
  ['packages/exo-sim/src/http/z.ts', "import '../handlers/handlers.ts';"],
  ['packages/exo-sim/src/handlers/z.ts', "import '../auth/question-of.ts';"],
  ['packages/exo-sim/src/state/z.ts', "import '../policy/iam-policy.ts';"],
  ['packages/exo-sim/test/z.test.ts', "import '@x/vectors';"],
  ['packages/exo-lease/src/z.ts', "import '@x/exo-iam';"],
  ['packages/exo-lease/src/y.ts', "import '@x/exo-operations';"],
  ['packages/exo-lease/src/x.ts', "import '@x/github-jobs';"],
  ['packages/exo-lease/src/w.ts', "import '@x/seal';"],
  ['packages/exo-lease/src/v.ts', "import '@x/broker-client';"],
  ['packages/broker-client/src/z.ts', "import '@x/seal';"],
  ['actions/mint/src/y.ts', "import '@x/broker-client';"],
  ['packages/exo-lease/src/cli.ts', 'export const a = process.env;'],
  ['packages/exo-broker/src/lease/z.ts', "import '@x/exo-iam';"],
  ['packages/exo-broker/src/http/z.ts', "import '../lease/mint.ts';"],
  ['packages/exo-broker/src/policy/z.ts', "import '../identity/kinds.ts';"],
  ['packages/action-kit/src/z.ts', "import '@actions/core';"],
  ['packages/action-kit/src/y.ts', 'export const a = process.env;'],
  ['actions/mint/src/z.ts', "import '@x/action-kit';"],
  ['actions/sweep/src/z.ts', "import '@actions/github';"],
  ['actions/mint/src/y.ts', "import '@x/exo-iam';"],
  ['actions/mint/src/main.ts', 'export const a = process.env;'],
  ['actions/mint/test/z.test.ts', "import '@x/exo-sim';"],
  ['tools/local-runner/src/z.ts', "import '@actions/expressions';"],
];

describe('arrows', () => {
  let tree: string;
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    tree = mkdtempSync(join(tmpdir(), 'arrows-'));
    const config = JSON.parse(read('.oxlintrc.json')) as { options: { typeAware: boolean } };
    config.options.typeAware = false;
    writeFileSync(join(tree, '.oxlintrc.json'), JSON.stringify(config));
    for (const [file, statement] of [...refused, ...allowed]) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), `${statement}\n`);
    }
    found = await lint(tree);
  });

  afterAll(() => rmSync(tree, { recursive: true }));

  it.each(refused)('%s: %s is refused', (file, _, rule) => {
    expect(found.get(file)).toContain(rule);
  });

  it.each(allowed)('%s: %s is allowed', (file) => {
    const rules = found.get(file) ?? [];
    expect(rules.filter((rule) => rule === imports || rule === environment)).toEqual([]);
  });
});

/** Rules broken, by file. */
async function lint(folder: string): Promise<Map<string, string[]>> {
  const linter = join(root, 'node_modules/oxlint/bin/oxlint');
  const text = await new Promise<string>((resolve) => {
    const args = [linter, '--format', 'json', '.'];
    execFile(process.execPath, args, { cwd: folder }, (_error, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(text) as {
    diagnostics: { code: string; filename: string }[];
  };
  const rules = new Map<string, string[]>();
  for (const { code, filename } of diagnostics) {
    const rule = /\((.+)\)/.exec(code)?.[1] ?? code;
    rules.set(filename, [...(rules.get(filename) ?? []), rule]);
  }
  return rules;
}
