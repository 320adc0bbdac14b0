// A JOSE implementation that is not ours, in another language, opens what we seal and seals what we open.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { generateIdentity, open, seal, SealError, type SealedPayload } from '@x/seal';

import { Checklist } from '../../src/checklist.ts';
import { InteropError } from '../../src/interop-error.ts';
import type { InteropContext, Part } from '../../src/part.ts';
import { createPythonEnvironment } from '../../src/python-environment.ts';
import { runCommand } from '../../src/run-command.ts';

interface Vectors {
  readonly recipient: string;
  readonly identity: string;
  readonly payload: SealedPayload;
  readonly texts: readonly { readonly id: string; readonly sealed: string }[];
}

type Question =
  | { readonly sealed: string; readonly identity: string }
  | { readonly recipient: string; readonly payload: unknown; readonly header?: object };

interface Answer {
  readonly header?: unknown;
  readonly payload?: unknown;
  readonly sealed?: string;
  readonly error?: string;
}

const pairs = 50;

export const sealing: Part = {
  name: 'seal',
  title: 'joserfc 1.8.0 opens what we seal, and seals what we open',
  async run(context) {
    const list = new Checklist();
    const file = join(context.root, 'packages/seal/test/vectors.json');
    const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
    const ask = await startDriver(context);
    await tryVectors(list, vectors, ask);
    await tryNewPairs(list, vectors.payload, ask);
    await tryHeaders(list, vectors, ask);
    return { checks: list.checks };
  },
};

type Ask = (questions: readonly Question[]) => Promise<readonly Answer[]>;

async function tryVectors(list: Checklist, vectors: Vectors, ask: Ask): Promise<void> {
  const { texts, identity, payload } = vectors;
  const answers = await ask(texts.map(({ sealed }) => ({ sealed, identity })));
  for (const [index, { id }] of texts.entries()) {
    list.equal(`the text of ${id}: opened by joserfc`, answers[index]?.payload, payload);
  }
}

async function tryNewPairs(list: Checklist, payload: SealedPayload, ask: Ask): Promise<void> {
  const made = await Promise.all(Array.from({ length: pairs }, () => generateIdentity()));
  const ours = await Promise.all(made.map(({ recipient }) => seal(payload, recipient)));
  const opened = await ask(
    ours.map((sealed, index) => ({ sealed, identity: made[index]?.identity ?? '' })),
  );
  const sealed = await ask(made.map(({ recipient }) => ({ recipient, payload })));
  for (const [index, { identity }] of made.entries()) {
    list.equal(`pair ${index}: sealed by us, opened by joserfc`, opened[index]?.payload, payload);
    const text = sealed[index]?.sealed ?? '';
    list.equal(`pair ${index}: the other way round`, await open(text, identity), payload);
  }
}

/** Headers that a JOSE library writes and understands, and an exo-lease does not. */
const foreign: readonly object[] = [
  { zip: 'DEF' },
  { enc: 'A128GCM' },
  { alg: 'ECDH-ES+A256KW' },
  { typ: 'JWE' },
  { kid: 'another' },
];

async function tryHeaders(list: Checklist, vectors: Vectors, ask: Ask): Promise<void> {
  const { recipient, identity, payload } = vectors;
  const answers = await ask(foreign.map((header) => ({ recipient, payload, header })));
  for (const [index, header] of foreign.entries()) {
    const code = await open(answers[index]?.sealed ?? '', identity).then(
      () => 'opened',
      (error: unknown) => (error instanceof SealError ? error.code : String(error)),
    );
    const expected = 'kid' in header ? 'ERR_SEALED_OTHER_RECIPIENT' : 'ERR_SEALED_INVALID';
    list.equal(`${JSON.stringify(header)} of joserfc is refused`, code, expected);
  }
}

async function startDriver(context: InteropContext): Promise<Ask> {
  const file = join(import.meta.dirname, 'requirements.txt');
  const python = await createPythonEnvironment(context, { name: 'joserfc', file });
  const args = [join(import.meta.dirname, 'driver.py')];
  return async (questions) => {
    const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
    const result = await runCommand(python, args, { env: {}, input, signal: context.signal });
    if (result.code !== 0) {
      throw new InteropError('SETUP_FAILED', `the driver failed: ${result.stderr.trim()}`);
    }
    const lines = result.stdout.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Answer);
  };
}
