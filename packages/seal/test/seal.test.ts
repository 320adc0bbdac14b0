import { CompactEncrypt, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';

import { generateIdentity } from '../src/generate-identity.ts';
import { parseIdentity, parseRecipient } from '../src/keys.ts';
import { open } from '../src/open.ts';
import type { SealedPayload } from '../src/payload.ts';
import { seal } from '../src/seal.ts';
import vectors from './vectors.json' with { type: 'json' };

const payload: SealedPayload = {
  v: 1,
  key: 'EXO1',
  secret: 'hunter2',
  zone: 'ch-gva-2',
  endpoint: 'https://api-ch-gva-2.exoscale.com/v2',
  name: 'exo-lease.1.0a.lo.me.laptop',
  'expires-at': '2026-11-28T04:00:00.000Z',
  holder: {
    kind: 'github-run',
    server: 'https://github.com',
    repository: 'octo/site',
    'repository-id': '42',
    run: '1',
    attempt: '1',
  },
};

// RFC 7748, section 6.1: Alice's private and public key.
const alice = {
  recipient: 'elr_hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo',
  identity:
    'eli_dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCqFIPAJiTCnVHSLfdy0PvdaDb86DSY4GvTrpKmOqptOag',
};

function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'resolved',
    (error: Error & { code?: string }) => {
      expect(`${error.message} ${String(error.cause)}`).not.toMatch(/hunter2|dwdtCnMY/);
      return error.code;
    },
  );
}

/** A JWE with another header or content. */
async function forged(
  header: Record<string, unknown>,
  content: unknown = payload,
): Promise<string> {
  const { kid } = await parseRecipient(alice.recipient);
  const x = alice.recipient.slice(4);
  const key = await importJWK({ kty: 'OKP', crv: 'X25519', x }, 'ECDH-ES');
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const whole = { alg: 'ECDH-ES', enc: 'A256GCM', typ: 'exo-lease+jwe', kid, ...header };
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(whole).encrypt(key);
}

describe('seal and open', () => {
  it('are inverse for a new pair and for the keys of RFC 7748', async () => {
    for (const pair of [await generateIdentity(), alice]) {
      expect(pair.recipient).toMatch(/^elr_[\w-]{43}$/);
      expect(pair.identity).toMatch(/^eli_[\w-]{86}$/);
      const text = await seal(payload, pair.recipient);
      expect(text).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(await open(text, pair.identity)).toEqual(payload);
    }
  });

  it('ignore white space that a log or a shell added', async () => {
    const text = await seal(payload, ` ${alice.recipient}\n`);
    const wrapped = text.replaceAll(/.{60}/g, '$&\r\n  ');
    expect(await open(`\n${wrapped}\t`, `${alice.identity}\n`)).toEqual(payload);
  });

  it('do not open what was sealed to somebody else', async () => {
    const { recipient } = await generateIdentity();
    const text = await seal(payload, recipient);
    expect(await codeOf(open(text, alice.identity))).toBe('ERR_SEALED_OTHER_RECIPIENT');
  });

  it('notice every changed character', async () => {
    const text = await seal(payload, alice.recipient);
    for (let at = 0; at < text.length; at += 7) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(['ERR_SEALED_INVALID', 'ERR_SEALED_OTHER_RECIPIENT']).toContain(
        await codeOf(open(changed, alice.identity)),
      );
    }
  });
});

// Texts that stay: what one release has sealed, a later one opens. tools/interop has joserfc open them.
describe('vectors', () => {
  it.each(vectors.texts)('$id', async ({ sealed }) => {
    expect(await open(sealed, vectors.identity)).toEqual(vectors.payload);
  });
});

describe('open', () => {
  it.each([
    ['nothing', '', 'ERR_SEALED_EMPTY'],
    ['white space', ' \n', 'ERR_SEALED_EMPTY'],
    ['a word', 'hello', 'ERR_SEALED_INVALID'],
    ['five parts of nothing', 'a.b.c.d.e', 'ERR_SEALED_INVALID'],
    ['a recipient', alice.recipient, 'ERR_SEALED_INVALID'],
    ['too much', 'a'.repeat(16 * 1024 + 1), 'ERR_SEALED_INVALID'],
    ['far too much', ' '.repeat(1024 * 1024), 'ERR_SEALED_INVALID'],
  ])('refuses %s', async (_, text, code) => {
    expect(await codeOf(open(text, alice.identity))).toBe(code);
  });

  it.each([
    ['another typ', { typ: 'JWE' }],
    ['no typ', { typ: undefined }],
    ['another encryption', { enc: 'A128GCM' }],
    ['a wrapped key', { alg: 'ECDH-ES+A256KW' }],
    ['another member', { apu: 'eA' }],
  ])('refuses %s', async (_, header) => {
    expect(await codeOf(open(await forged(header), alice.identity))).toBe('ERR_SEALED_INVALID');
  });

  it('refuses compression and critical members', async () => {
    const [, ...rest] = (await forged({})).split('.');
    for (const extra of [{ zip: 'DEF' }, { crit: ['exp'], exp: 1 }]) {
      const { kid } = await parseRecipient(alice.recipient);
      const header = { alg: 'ECDH-ES', enc: 'A256GCM', typ: 'exo-lease+jwe', kid, ...extra };
      const text = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
      expect(await codeOf(open(text, alice.identity))).toBe('ERR_SEALED_INVALID');
    }
  });

  it.each<[string, unknown, string]>([
    ['a later version', { ...payload, v: 2 }, 'ERR_SEALED_VERSION'],
    ['no version', { ...payload, v: undefined }, 'ERR_SEALED_VERSION'],
    ['a list', [payload], 'ERR_PAYLOAD_INVALID'],
    ['something that is not JSON', 'hunter2', 'ERR_SEALED_INVALID'],
    ['no secret', { ...payload, secret: '' }, 'ERR_PAYLOAD_INVALID'],
    ['a key of two lines', { ...payload, key: 'EXO\n::add-mask::x' }, 'ERR_PAYLOAD_INVALID'],
    ['no time', { ...payload, 'expires-at': 'soon' }, 'ERR_PAYLOAD_INVALID'],
    [
      'a command in its time',
      { ...payload, 'expires-at': '2026-11-28 (\n::stop-commands::x)' },
      'ERR_PAYLOAD_INVALID',
    ],
    ['no such day', { ...payload, 'expires-at': '2026-13-01T00:00:00Z' }, 'ERR_PAYLOAD_INVALID'],
    ['no holder', { ...payload, holder: undefined }, 'ERR_PAYLOAD_INVALID'],
    ['a holder of no kind', { ...payload, holder: {} }, 'ERR_PAYLOAD_INVALID'],
    ['a zone of two lines', { ...payload, zone: 'a\nb' }, 'ERR_PAYLOAD_INVALID'],
    [
      'a run that is a number',
      { ...payload, holder: { kind: 'x', run: 1 } },
      'ERR_PAYLOAD_INVALID',
    ],
  ])('refuses a payload with %s', async (_, content, code) => {
    expect(await codeOf(open(await forged({}, content), alice.identity))).toBe(code);
  });
});

describe('keys', () => {
  it.each([
    '',
    'elr_',
    'elr_short',
    `${alice.recipient}x`,
    alice.recipient.replace('elr_', 'age1'),
    `${alice.recipient.slice(0, -1)}p`,
    alice.recipient.replace('h', '*'),
    `elr_${'A'.repeat(43)}`,
    'elr_4Ot6fDtBuK4WVuP68Z_EatoJjeucMrH9hmIFFl9JuAA',
  ])('refuses the recipient %j', async (text) => {
    expect(await codeOf(parseRecipient(text))).toBe('ERR_RECIPIENT_INVALID');
  });

  it('names an identity in the place of a recipient, and does not repeat it', async () => {
    expect(await codeOf(seal(payload, alice.identity))).toBe('ERR_RECIPIENT_INVALID');
    await expect(seal(payload, alice.identity)).rejects.toThrow(/secret/);
  });

  it.each(['', 'eli_', alice.recipient, `${alice.identity}A`, alice.identity.slice(0, 60)])(
    'refuses the identity %j',
    async (text) => {
      expect(await codeOf(parseIdentity(text))).toBe('ERR_IDENTITY_INVALID');
    },
  );

  it('refuses an identity whose halves are of two pairs', async () => {
    const other = await generateIdentity();
    const bytes = Buffer.concat([
      Buffer.from(alice.identity.slice(4), 'base64url').subarray(0, 32),
      Buffer.from(other.identity.slice(4), 'base64url').subarray(32),
    ]);
    const mixed = `eli_${bytes.toString('base64url')}`;
    expect(await codeOf(parseIdentity(mixed))).toBe('ERR_IDENTITY_INVALID');
    expect(await codeOf(open(await seal(payload, other.recipient), mixed))).toBe(
      'ERR_IDENTITY_INVALID',
    );
  });
});
