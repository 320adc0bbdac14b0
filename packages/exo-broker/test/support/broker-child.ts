// The built command as a process, with the times, limits and clock that a test gives it. It starts in a third of
// the time that the sources take.
import type * as Run from '../../src/start/run.ts';

const built: string = process.env['BROKER_MODULE'] ?? '../../dist/start/run.js';
const { run } = (await import(built)) as typeof Run;

const stopped = new Promise<void>((resolve) => {
  process.once('SIGTERM', () => resolve());
});

const { clockAheadMs = 0, ...options } = JSON.parse(process.env['BROKER_OPTIONS'] ?? '{}');

process.exitCode = await run(process.argv.slice(2), {
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  onReload: (reload) => void process.on('SIGHUP', reload),
  stopped,
  broker: { ...options, now: () => Date.now() + clockAheadMs },
});
