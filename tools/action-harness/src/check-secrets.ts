// What holds for every phase of every scenario: no secret and no signature shows anywhere, except
// where the runner is told to mask it, and that comes first.
import assert from 'node:assert/strict';

import type { PhaseRun } from './run-phase.ts';
import { escapeData, maskCommand } from './workflow-commands.ts';

export interface Secrets {
  /** What the scenario gave the step. */
  readonly given: readonly string[];
  /** What the API handed out. */
  readonly minted: readonly string[];
  readonly signatures: readonly string[];
}

/** @throws {AssertionError} Naming the place, never the secret. */
export function checkSecrets(run: PhaseRun, { given, minted, signatures }: Secrets): void {
  const handedOut = JSON.stringify([run.outputs, run.env]);
  const state = JSON.stringify(run.state);
  const moments = run.moments.filter((moment) => moment.state !== '');
  for (const secret of [...given, ...minted]) {
    checkOutput(run, secret);
    checkPublic(run, secret);
    const used = holds(handedOut, secret) || holds(state, secret);
    assert(!used || isMasked(run.stdout, secret), `${run.phase} used a secret without masking it`);
    for (const moment of moments) {
      const unmasked = holds(moment.state, secret) && !isMasked(moment.stdout, secret);
      assert(!unmasked, `${run.phase} saved a secret before masking it`);
    }
  }
  for (const secret of minted) {
    assert(!holds(state, secret), `${run.phase} saved a minted secret in the state`);
  }
  const everything = [run.stdout, run.stderr, run.summary, state, handedOut].join('\n');
  for (const signature of signatures) {
    assert(!holds(everything, signature), `${run.phase} wrote a signature`);
  }
}

// Every line that holds the secret is the command that masks it, so the first one is, too.
function checkOutput({ phase, stdout, stderr }: PhaseRun, secret: string): void {
  const command = maskCommand(secret);
  const lines = holds(stdout, secret) ? stdout.split('\n') : [];
  const leaks = lines.filter((line) => holds(line, secret) && line !== command);
  assert.equal(leaks.length, 0, `${phase} wrote a secret to stdout besides masking it`);
  assert(!holds(stderr, secret), `${phase} wrote a secret to stderr`);
}

function checkPublic({ phase, summary, annotations, requests }: PhaseRun, secret: string): void {
  assert(!holds(summary, secret), `${phase} wrote a secret into the summary`);
  assert(!holds(JSON.stringify(annotations), secret), `${phase} annotated with a secret`);
  // Among them are the names of the key and its role.
  const sent = requests.map(({ path, query, body }) => `${path}?${query} ${body}`).join('\n');
  assert(!holds(sent, secret), `${phase} sent a secret`);
}

function isMasked(stdout: string, secret: string): boolean {
  return stdout.split('\n').includes(maskCommand(secret));
}

function holds(text: string, secret: string): boolean {
  return formsOf(secret).some((form) => text.includes(form));
}

/** A secret as it may be written, the longest form first. */
export function formsOf(secret: string): string[] {
  const quoted = JSON.stringify(secret).slice(1, -1);
  const forms = [
    secret,
    escapeData(secret),
    encodeURIComponent(secret),
    quoted,
    escapeData(quoted),
    JSON.stringify(quoted).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
