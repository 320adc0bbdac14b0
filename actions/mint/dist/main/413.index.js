export const id = 413;
export const ids = [413];
export const modules = {

/***/ 413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkRecipient: () => (/* binding */ checkRecipient),
  sealLease: () => (/* binding */ sealLease)
});

// EXTERNAL MODULE: ../../packages/action-kit/dist/errors.js
var errors = __webpack_require__(728);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/util/base64url.js
var util_base64url = __webpack_require__(292);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/key/import.js + 2 modules
var key_import = __webpack_require__(160);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/jwk/thumbprint.js + 1 modules
var thumbprint = __webpack_require__(17);
;// CONCATENATED MODULE: ../../packages/seal/dist/errors.js
// The one error class of this package. Its messages never hold a key, an identity or a sealed text.
/** Every error this package throws on purpose. */
class errors_SealError extends Error {
    name = 'SealError';
    code;
    constructor(code, message, options = {}) {
        super(message, options);
        this.code = code;
    }
}

;// CONCATENATED MODULE: ../../packages/seal/dist/format.js
// What a sealed lease is: a compact JWE (RFC 7516) with ECDH-ES on X25519 (RFC 8037, section 3.2).
const format_algorithm = 'ECDH-ES';
const encryption = 'A256GCM';
const type = 'exo-lease+jwe';
/** In characters; a lease takes about 800. */
const maxSealedLength = (/* unused pure expression or super */ null && (16 * 1024));

;// CONCATENATED MODULE: ../../packages/seal/dist/keys.js
// Recipients and identities as text: a prefix that secret scanners find, and base64url of X25519 keys.



const recipientPrefix = 'elr_';
const identityPrefix = 'eli_';
const keyBytes = 32;
function formatRecipient(publicKey) {
    return recipientPrefix + base64url.encode(publicKey);
}
function formatIdentity(privateKey, publicKey) {
    const both = new Uint8Array(2 * keyBytes);
    both.set(privateKey);
    both.set(publicKey, keyBytes);
    return identityPrefix + base64url.encode(both);
}
/** @throws {SealError} `ERR_RECIPIENT_INVALID`; an identity in its place is not repeated. */
async function parseRecipient(text) {
    const trimmed = text.trim();
    if (trimmed.startsWith(identityPrefix)) {
        throw invalidRecipient('This is an identity (eli_…), which is a secret: anyone who has seen it can open your leases. Make a new pair, and use');
    }
    const bytes = decode(trimmed, recipientPrefix, keyBytes);
    if (!bytes)
        throw invalidRecipient('The recipient cannot be read. Expected');
    try {
        const recipient = await publicKeyOf(bytes);
        // A point of small order agrees with every key on zeros, which Web Crypto refuses: better now than
        // after a key was minted.
        const third = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
        await agree(third.privateKey, recipient.key);
        return recipient;
    }
    catch (cause) {
        throw invalidRecipient('The recipient is not an X25519 key. Expected', cause);
    }
}
/** @throws {SealError} `ERR_IDENTITY_INVALID`; nothing of the text is repeated. */
async function parseIdentity(text) {
    const trimmed = text.trim();
    if (trimmed.startsWith(recipientPrefix)) {
        throw invalidIdentity('This is a recipient (elr_…), which can seal and cannot open.');
    }
    const bytes = decode(trimmed, identityPrefix, 2 * keyBytes);
    if (!bytes)
        throw invalidIdentity('The identity cannot be read.');
    const [d, x] = [bytes.slice(0, keyBytes), bytes.slice(keyBytes)];
    let key;
    let recipient;
    try {
        recipient = await publicKeyOf(x);
        const jwk = { kty: 'OKP', crv: 'X25519', d: base64url.encode(d), x: base64url.encode(x) };
        key = (await importJWK(jwk, algorithm));
        // Node refuses such a pair at import; another runtime may not.
        /* v8 ignore next */
        if (!(await belongTogether(key, recipient.key)))
            throw new Error('two keys');
    }
    catch {
        // Not a cause: what a library says of a private key is not for a log.
        throw invalidIdentity('The two halves of the identity do not belong together.');
    }
    return { key, kid: recipient.kid };
}
async function publicKeyOf(bytes) {
    const jwk = { kty: 'OKP', crv: 'X25519', x: util_base64url/* encode */.l(bytes) };
    const key = (await (0,key_import/* importJWK */.Og)(jwk, format_algorithm));
    return { key, kid: await (0,thumbprint/* calculateJwkThumbprint */.s)(jwk) };
}
// A third key agrees with both halves on the same secret only if they are one pair.
async function belongTogether(privateKey, publicKey) {
    const third = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
    return (await agree(privateKey, third.publicKey)) === (await agree(third.privateKey, publicKey));
}
async function agree(own, other) {
    const bits = await crypto.subtle.deriveBits({ name: 'X25519', public: other }, own, 256);
    return util_base64url/* encode */.l(new Uint8Array(bits));
}
function decode(text, prefix, length) {
    if (!text.startsWith(prefix))
        return undefined;
    const encoded = text.slice(prefix.length);
    if (!/^[\w-]+$/.test(encoded))
        return undefined;
    if (encoded.length !== Math.ceil((length * 4) / 3))
        return undefined;
    const bytes = util_base64url/* decode */.D(encoded);
    // One way to write each key: stray bits at the end would make two texts of one.
    return util_base64url/* encode */.l(bytes) === encoded ? bytes : undefined;
}
function invalidRecipient(problem, cause) {
    return new errors_SealError('ERR_RECIPIENT_INVALID', `${problem} a recipient: elr_ and 43 characters, as exo-lease keygen prints it.`, { cause });
}
function invalidIdentity(problem) {
    return new SealError('ERR_IDENTITY_INVALID', `${problem} Expected an identity: eli_ and 86 characters, as exo-lease keygen prints it, from a secret.`);
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/jwe/compact/encrypt.js + 4 modules
var encrypt = __webpack_require__(755);
;// CONCATENATED MODULE: ../../packages/seal/dist/payload.js
// What is sealed: a minted key, where it is used, and whose it is.

const optional = ['zone', 'endpoint'];
const holderMembers = ['server', 'repository', 'repository-id', 'run', 'attempt'];
/**
 * The payload, if it is one of this version. Members that are not known are ignored.
 *
 * @throws {SealError} `ERR_SEALED_VERSION`, `ERR_PAYLOAD_INVALID`, which name a member and no value.
 */
function checkPayload(value) {
    if (!isObject(value))
        throw invalid('it is not an object');
    if (value['v'] !== 1) {
        throw new errors_SealError('ERR_SEALED_VERSION', 'The sealed lease has a version that this release cannot read. Expected version 1; use the same release of mint, unseal and exo-lease.');
    }
    // One word of printable ASCII each: a line break could write a command into a log.
    for (const name of ['key', 'secret', 'name']) {
        if (!isText(value[name]) || !/^[!-~]+$/.test(value[name])) {
            throw invalid(`its member ${name} is not one word`);
        }
    }
    if (!isTime(value['expires-at'])) {
        throw invalid('its member expires-at is not a time');
    }
    const { holder } = value;
    if (!isObject(holder) || !isText(holder['kind']))
        throw invalid('it has no holder');
    const texts = [
        ...optional.map((name) => [name, value[name]]),
        ...holderMembers.map((name) => [name, holder[name]]),
    ];
    for (const [name, text] of texts) {
        if (text !== undefined && (typeof text !== 'string' || !/^[ -~]*$/.test(text))) {
            throw invalid(`its member ${name} is not plain text`);
        }
    }
    return value;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
// Date.parse alone takes a comment in brackets, line breaks included.
function isTime(value) {
    if (!isText(value) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value))
        return false;
    return !Number.isNaN(Date.parse(value));
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}
function invalid(problem) {
    return new errors_SealError('ERR_PAYLOAD_INVALID', `The lease cannot be used: ${problem}. Expected a lease that mint or exo-lease sealed.`);
}

;// CONCATENATED MODULE: ../../packages/seal/dist/seal.js
// Seals a lease to one recipient.




/**
 * The lease as one word that only the holder of the recipient's identity can open.
 *
 * @param recipient `elr_…`
 * @throws {SealError} `ERR_RECIPIENT_INVALID`, `ERR_PAYLOAD_INVALID`.
 */
async function seal(payload, recipient) {
    const { key, kid } = await parseRecipient(recipient);
    const text = new TextEncoder().encode(JSON.stringify(checkPayload(payload)));
    return new encrypt/* CompactEncrypt */.j(text)
        .setProtectedHeader({ alg: format_algorithm, enc: encryption, typ: type, kid })
        .encrypt(key);
}

;// CONCATENATED MODULE: ./lib/seal-lease.js
// The input `seal-to`: the minted key, encrypted to one recipient. Loaded only where the input is set.


/** @throws {ActionError} `ERR_INPUT_INVALID`; the text may be a secret by mistake and is not repeated. */
async function checkRecipient(text) {
    try {
        await parseRecipient(text);
    }
    catch (cause) {
        if (!(cause instanceof errors_SealError))
            throw cause;
        throw new errors/* ActionError */.l('ERR_INPUT_INVALID', `The input seal-to: ${cause.message}`, {
            field: 'seal-to',
            cause,
        });
    }
}
async function sealLease({ apiKey, apiSecret, name, expiresAt }, { inputs, connection, holder }) {
    if (holder.kind !== 'github-run')
        throw new TypeError('a sealed lease belongs to a run');
    const { server, repository, repositoryId, runId, runAttempt } = holder;
    return seal({
        v: 1,
        key: apiKey,
        secret: apiSecret,
        zone: inputs.zone,
        endpoint: connection.endpoint,
        name,
        'expires-at': new Date(expiresAt * 1000).toISOString(),
        holder: {
            kind: holder.kind,
            server,
            repository,
            'repository-id': repositoryId,
            run: runId,
            attempt: runAttempt,
        },
    }, inputs.sealTo);
}


/***/ })

};
