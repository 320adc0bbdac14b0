// `exo-broker` as a process, with the times, limits and clock that a test gives it.
import { run } from '../../src/start/run.ts';

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
