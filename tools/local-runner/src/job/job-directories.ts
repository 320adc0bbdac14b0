// The job's private folder. Only this user can read it, and it is deleted when the job is over.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { JobDirectories } from './job-state.ts';

export interface PrivateFolder {
  readonly directories: JobDirectories;
  writeEvent(event: unknown): Promise<void>;
  remove(): Promise<void>;
}

export async function createJobDirectories(workspace: string): Promise<PrivateFolder> {
  // mkdtemp gives the folder mode 0700.
  const root = await mkdtemp(join(tmpdir(), 'local-runner-'));
  const temp = join(root, '_temp');
  const directories = {
    workspace,
    temp,
    fileCommands: join(temp, '_runner_file_commands'),
    toolCache: join(root, '_tool'),
  };
  const workflow = join(temp, '_github_workflow');
  for (const directory of [directories.fileCommands, directories.toolCache, workflow]) {
    await mkdir(directory, { recursive: true });
  }
  return {
    directories,
    writeEvent: (event) => writeFile(join(workflow, 'event.json'), JSON.stringify(event)),
    // A process that was just killed may still be writing.
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}
