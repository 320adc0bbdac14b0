// Measures how long the command line takes to start, next to Node with nothing to do:
//
//   node tools/bench/cli-start.ts [rounds]
//
// The cases are interleaved, so that a machine that is busy for a while is busy for all of them.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 40);
const cli = fileURLToPath(new URL('../../packages/exo-lease/dist/cli.js', import.meta.url));

// [what is started, its limit as a multiple of the first]
const cases: readonly (readonly [readonly string[], number])[] = [
  [['-e', '0'], 1],
  [[cli, '--version'], 1.6],
  [[cli, 'explain', '--operation', 'list-zones'], 2.5],
];

const timesMs: number[][] = cases.map(() => []);
for (let round = 0; round < rounds; round += 1) {
  for (const [index, [args]] of cases.entries()) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
    timesMs[index]?.push(performance.now() - start);
  }
}

const medians = timesMs.map((times) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0);
console.log(`Node ${process.version}, ${rounds} rounds, ${statSync(cli).size} bytes`);
console.log('| command | median | ratio | limit |');
console.log('| --- | --- | --- | --- |');
for (const [index, [args, limit]] of cases.entries()) {
  const medianMs = medians[index] ?? 0;
  const name = args.join(' ').replace(cli, 'exo-lease');
  const ratio = (medianMs / (medians[0] ?? 1)).toFixed(2);
  console.log(`| ${name} | ${medianMs.toFixed(1)} ms | ${ratio} | ${limit} |`);
}
