// Runs a job in a process of its own and hands back what it left.
import { fork } from 'node:child_process';
import { join } from 'node:path';

import type { JobResult } from '@x/local-runner';

import type { JobOptions } from './job-process.ts';
import { write } from './print.ts';

export function runInProcess(options: JobOptions): Promise<JobResult> {
  // By a message and not by arguments or variables, which other processes of the user can read.
  const child = fork(join(import.meta.dirname, 'job-process.ts'), [], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => write(text));
  let result: JobResult | undefined;
  child.once('message', (message) => {
    result = message as JobResult;
  });
  child.send(options);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (result) resolve(result);
      else reject(new Error(`the job's process ended with ${code} and no result`));
    });
  });
}
