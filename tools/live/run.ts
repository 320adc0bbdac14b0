// Settles open facts against a real account, or against the simulator to see that it works:
//
//   node tools/live/run.ts --zone ch-gva-2
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

import { createLab } from './src/lab.ts';
import { parseArguments, usage } from './src/parse-arguments.ts';
import { allQuestions } from './src/questions/all-questions.ts';
import { redact } from './src/redact.ts';
import { renderReport } from './src/render-report.ts';
import { runQuestions } from './src/run-questions.ts';

const { EXOSCALE_API_KEY: apiKey = '', EXOSCALE_API_SECRET: apiSecret = '' } = process.env;
const options = parseArguments(process.argv.slice(2));
const all = allQuestions({ apiKey, apiSecret });
const questions = all.filter(({ id }) => options.only.length === 0 || options.only.includes(id));

if (options.help || questions.length === 0) {
  process.stdout.write(`${usage}\nIds: ${all.map(({ id }) => id).join(', ')}\n`);
  process.exit(options.help ? 0 : 2);
}

const controller = new AbortController();
const stop = (): void => {
  process.stderr.write('Stopping; what was made is deleted first. Wait for it.\n');
  controller.abort();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

const { endpoint, zone, bucket } = options;
const lab = createLab({
  credentials: { apiKey, apiSecret },
  prefix: `exo-live-${randomUUID().slice(0, 8)}`,
  endpoint,
  bucket: bucket ? { name: bucket, endpoint: `https://sos-${zone}.exo.io`, zone } : undefined,
  fetch: globalThis.fetch,
  now: Date.now,
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal ? { signal } : {});
  },
  signal: controller.signal,
});
const outcome = await runQuestions(lab, {
  questions,
  signal: controller.signal,
  onQuestion: ({ id }) => process.stderr.write(`${id} …\n`),
});
const report = redact(renderReport(outcome, { endpoint, at: Date.now() }), [apiSecret]);
process.stdout.write(report);
const { GITHUB_STEP_SUMMARY: summary } = process.env;
if (summary) appendFileSync(summary, report);
const complete = outcome.left.length === 0 && outcome.findings.every(({ settled }) => settled);
process.exit(complete && !controller.signal.aborted ? 0 : 1);
