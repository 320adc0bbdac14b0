// schemathesis makes requests from the broker's own description, valid and not, and judges the answers.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startBroker, type RunningBroker } from '../../src/broker/start-broker.ts';
import { Checklist } from '../../src/checklist.ts';
import { InteropError } from '../../src/interop-error.ts';
import type { InteropContext, Part } from '../../src/part.ts';
import { createPythonEnvironment } from '../../src/python-environment.ts';
import { runCommand, type CommandResult } from '../../src/run-command.ts';

/** What is read of the report of schemathesis. */
interface Report {
  readonly operations: { readonly total: number; readonly tested: number };
  readonly phases: Readonly<Record<string, { readonly status: string }>>;
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly { readonly code: string; readonly title: string }[];
  readonly errors: readonly unknown[];
  readonly warnings: Readonly<Record<string, readonly unknown[]>>;
  readonly valid_rates: Readonly<
    Record<string, Readonly<Record<string, { readonly accepted: number }>>>
  >;
}

const repositories = 100;
const seed = 1;
const maxExamples = 15;

export const openapi: Part = {
  name: 'openapi',
  title: 'schemathesis makes requests from the /openapi.json of exo-broker serve',
  async run(context) {
    const file = join(import.meta.dirname, 'requirements.txt');
    const python = await createPythonEnvironment(context, { name: 'openapi', file });
    const list = new Checklist();
    const repositoryIds = Array.from({ length: repositories }, (_, index) => String(index + 1));
    const running = await startBroker(context, { repositoryIds, python });
    let exitCode: number | null = null;
    let cases = 0;
    try {
      const { report, stdout } = await explore(context, running);
      cases = report.test_cases.generated;
      judge(list, report, stdout);
    } finally {
      exitCode = await running.stop();
    }
    list.equal('the exit code of the broker', exitCode, 0);
    return { checks: list.checks, notes: [`${cases} cases with the seed ${seed}`] };
  },
};

function judge(list: Checklist, report: Report, stdout: string): void {
  list.equal('operations that were tested', report.operations.tested, report.operations.total);
  for (const [name, { status }] of Object.entries(report.phases)) {
    list.equal(`the phase ${name}`, status, 'success');
  }
  const titles = report.failures.map(({ code, title }) => `${code} ${title}`);
  const excerpt = titles.length > 0 ? cut(stdout) : '';
  list.equal('failures', [...titles, excerpt].filter(Boolean), []);
  list.equal('errors', report.errors, []);
  const warnings = Object.entries(report.warnings).filter(([, found]) => found.length > 0);
  list.equal('warnings', warnings, []);
  // Without these, only refusals were judged.
  for (const [operation, phases] of Object.entries(report.valid_rates)) {
    const accepted = Object.values(phases).reduce((sum, each) => sum + each.accepted, 0);
    list.holds(`${operation} is answered with a success`, accepted > 0, phases);
  }
}

async function explore(
  { signal, keep }: InteropContext,
  { url, publicUrl, issuerUrl, python }: RunningBroker,
): Promise<{ readonly report: Report; readonly stdout: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'exo-interop-openapi-'));
  const path = join(folder, 'report.json');
  const config = join(import.meta.dirname, 'schemathesis.toml');
  const env = {
    EXO_ISSUER: issuerUrl,
    EXO_AUDIENCE: publicUrl,
    EXO_REPOSITORIES: String(repositories),
    SCHEMATHESIS_HOOKS: 'hooks',
    PYTHONPATH: import.meta.dirname,
    PYTHONDONTWRITEBYTECODE: '1',
    NO_PROXY: '127.0.0.1',
  };
  const limits = ['--seed', String(seed), '--max-examples', String(maxExamples)];
  const quiet = ['--no-color', '--no-shrink', '--generation-database', 'none'];
  const reporting = ['--continue-on-failure', '--report', 'json', '--report-json-path', path];
  const run = ['run', `${url}/openapi.json`, '--url', url, ...limits, ...quiet, ...reporting];
  const args = ['-m', 'schemathesis.cli', '--config-file', config, ...run];
  try {
    const result = await runCommand(python, args, { env, cwd: folder, signal });
    return { report: read(path, result), stdout: result.stdout };
  } finally {
    if (!keep) rmSync(folder, { recursive: true });
  }
}

function read(path: string, { code, stdout, stderr }: CommandResult): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch (error) {
    const message = `schemathesis ended with ${code} and without a report: ${stderr}${stdout}`;
    throw new InteropError('SETUP_FAILED', message, { cause: error });
  }
}

// Bodies that were made can be 100 KB long.
function cut(stdout: string): string {
  const [, failures = stdout] = /=+ FAILURES =+\n([^]*?)=+ SUMMARY/.exec(stdout) ?? [];
  return failures.replaceAll(/^(.{500}).*$/gm, '$1 …');
}
