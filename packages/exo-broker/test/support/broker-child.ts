// `exo-broker` as a process, with the times, limits and clock that a test gives it. With BROKER_BUILT it is the
// build, whose memory and start are those of the package.
import type * as Run from '../../src/start/run.ts';

const source = process.env['BROKER_BUILT'] ? '../../dist/start/run.js' : '../../src/start/run.ts';
const { run } = (await import(source)) as typeof Run;

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
