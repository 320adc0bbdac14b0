#!/usr/bin/env node
// The command `exo-broker`: hands the process over to `run`.
import { nodeProblem } from './start/node-problem.ts';

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(69);
}

// Only this user can read the store and the audit trail.
process.umask(0o077);

const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});

// Imported late: an older Node does not have all that it loads.
const { run } = await import('./start/run.ts');
process.exitCode = await run(process.argv.slice(2), {
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  onReload: (reload) => void process.on('SIGHUP', reload),
  stopped,
});
