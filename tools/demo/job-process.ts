// Runs one job in this process, which is forked for it: as on a machine of its own, nothing of another job
// is in the memory or the environment that its steps can reach.
import { runJob, type JobResult, type RunJobOptions } from '@x/local-runner';

export type JobOptions = Omit<RunJobOptions, 'write'>;

process.once('message', (options: JobOptions) => {
  void run(options);
});

async function run(options: JobOptions): Promise<void> {
  const result: JobResult = await runJob({
    ...options,
    write: (text) => process.stdout.write(text),
  });
  process.send?.(result, () => process.disconnect());
}
