// Each law is broken once.
import { describe, expect, it } from 'vitest';

import { checkSecrets, type Secrets } from '../src/check-secrets.ts';
import type { PhaseRun } from '../src/run-phase.ts';

const given = 'gi/v%en "secret"';
const minted = 'minted-secret';
const signature = 'c2lnbmF0dXJl';
const secrets: Secrets = { given: [given], minted: [minted], signatures: [signature] };

const masks = `::add-mask::gi/v%25en "secret"\n::add-mask::${minted}\n`;
const state = { lease: JSON.stringify({ apiSecret: given }) };
const saved = `lease<<END\n${state.lease}\nEND\n`;

const lawful: PhaseRun = {
  phase: 'main',
  step: 'key',
  exitCode: 0,
  signal: null,
  stdout: `${masks}Minted.\n`,
  stderr: '',
  outputs: { 'api-secret': minted },
  env: { EXOSCALE_API_SECRET: minted },
  state,
  summary: 'Minted.',
  annotations: [],
  requests: [],
  moments: [{ stdout: masks, state: saved }],
  debug: false,
  interrupt: undefined,
};

const request = {
  method: 'POST',
  path: '/v2/api-key',
  query: '',
  operation: 'create-api-key',
  zone: 'ch-gva-2',
  apiKey: undefined,
  status: 200,
  dropped: undefined,
};

const breaches: Readonly<Record<string, Partial<PhaseRun>>> = {
  'wrote a secret to stdout besides masking it': { stdout: `${minted}\n${masks}` },
  'wrote a secret to stderr': { stderr: given },
  'wrote a secret into the summary': { summary: `\`${minted}\`` },
  'annotated with a secret': { annotations: [{ level: 'error', title: '', message: given }] },
  'sent a secret': { requests: [{ ...request, body: `{"name":"${minted}"}` }] },
  'used a secret without masking it': { stdout: masks.replace(/.*minted.*\n/, '') },
  'saved a secret before masking it': { moments: [{ stdout: '', state: saved }] },
  'saved a minted secret in the state': { state: { ...state, minted } },
  'wrote a signature': { stdout: `${masks}${signature}\n` },
};

describe('checkSecrets', () => {
  it('lets pass what is masked first and handed out in files', () => {
    expect(() => checkSecrets(lawful, secrets)).not.toThrow();
  });

  it.each(Object.entries(breaches))('notices when a phase %s', (breach, change) => {
    expect(() => checkSecrets({ ...lawful, ...change }, secrets)).toThrow(`main ${breach}`);
  });

  it.each([
    ['as a command escapes it', 'gi/v%25en "secret"'],
    ['as a URL does', encodeURIComponent(given)],
    ['as JSON does', JSON.stringify(given)],
    ['in base64', Buffer.from(given).toString('base64')],
  ])('recognizes a secret %s', (_, form) => {
    const run = { ...lawful, stdout: `${masks}: ${form}\n` };
    expect(() => checkSecrets(run, secrets)).toThrow('main wrote a secret to stdout');
  });
});
