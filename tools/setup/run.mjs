// Runs a root script (`task:<name>`) on a machine that has git, npm and Node 20 or newer, and nothing
// else: installs what is missing, then hands over to pnpm, which puts Node 24 first on the PATH.
//
//   node tools/setup/run.mjs test
//
// Only this file and what it imports at once have to parse on an outdated Node.
import process from 'node:process';

import { describeNodeProblem } from './node-version.mjs';

const problem = describeNodeProblem(process.versions.node, '20.0.0');
if (problem) {
  console.error(problem);
  process.exit(1);
}

// Imported late: these files may use what an outdated Node cannot parse.
const { main } = await import('./main.mjs');
process.exitCode = await main(process.argv.slice(2), process.env);
