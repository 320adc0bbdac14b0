export const id = 120;
export const ids = [120];
export const modules = {

/***/ 1120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkRecipient: () => (/* binding */ checkRecipient),
  sealLease: () => (/* binding */ sealLease)
});

// EXTERNAL MODULE: ../../packages/action-kit/dist/errors.js
var errors = __webpack_require__(2728);
// EXTERNAL MODULE: ../../packages/seal/dist/keys.js
var keys = __webpack_require__(6253);
// EXTERNAL MODULE: ../../packages/seal/dist/errors.js
var dist_errors = __webpack_require__(9802);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/validate.js
var validate = __webpack_require__(1185);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/util/base64url.js
var base64url = __webpack_require__(4292);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/content_encryption.js
var content_encryption = __webpack_require__(2528);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/key_management.js
var key_management = __webpack_require__(3832);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/util/errors.js
var util_errors = __webpack_require__(9773);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/buffer_utils.js
var buffer_utils = __webpack_require__(5215);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/key.js
var lib_key = __webpack_require__(4468);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/jwe_algorithms.js
var jwe_algorithms = __webpack_require__(598);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/deflate.js
var deflate = __webpack_require__(9104);
;// CONCATENATED MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/jwe_encrypt.js









function checkDisjoint(protectedHeader, unprotectedHeader, sharedUnprotectedHeader) {
  if (!(0,validate/* isDisjoint */.fz)(protectedHeader, unprotectedHeader, sharedUnprotectedHeader))
    throw new util_errors/* JWEInvalid */.aA("JWE Protected, JWE Shared Unprotected and JWE Per-Recipient Header Parameter names must be disjoint");
}
function checkEncryptHeaders(input, options, sharedHeadersNormalized = !1) {
  if (!input[1] && !input[2] && !input[3])
    throw new util_errors/* JWEInvalid */.aA("either setProtectedHeader, setUnprotectedHeader, or sharedUnprotectedHeader must be called before #encrypt()");
  options !== void 0 && (input[8] = options?.crit);
  let [, protectedHeader, unprotectedHeader, sharedUnprotectedHeader, aad, cek, iv, keyManagementParameters, crit] = input;
  if (aad !== void 0 && (0,validate/* assertUint8Array */.GT)(aad, "JWE Additional Authenticated Data"), cek !== void 0 && (0,validate/* assertUint8Array */.GT)(cek, "JWE Content Encryption Key"), iv !== void 0 && (0,validate/* assertUint8Array */.GT)(iv, "JWE Initialization Vector"), !sharedHeadersNormalized && protectedHeader !== void 0 && (protectedHeader = (0,validate/* serializeJoseHeader */.ji)(util_errors/* JWEInvalid */.aA, protectedHeader)[0], input[1] = protectedHeader), unprotectedHeader !== void 0 && (unprotectedHeader = (0,validate/* serializeJoseHeader */.ji)(util_errors/* JWEInvalid */.aA, unprotectedHeader)[0], input[2] = unprotectedHeader), !sharedHeadersNormalized && sharedUnprotectedHeader !== void 0 && (sharedUnprotectedHeader = (0,validate/* serializeJoseHeader */.ji)(util_errors/* JWEInvalid */.aA, sharedUnprotectedHeader)[0], input[3] = sharedUnprotectedHeader), keyManagementParameters !== void 0 && !(0,validate/* isObject */.Gv)(keyManagementParameters))
    throw new TypeError("JWE Key Management Parameters must be an object");
  checkDisjoint(protectedHeader, unprotectedHeader, sharedUnprotectedHeader);
  const joseHeader = {
    ...protectedHeader,
    ...unprotectedHeader,
    ...sharedUnprotectedHeader
  };
  (0,validate/* validateCritDuplicates */.BU)(util_errors/* JWEInvalid */.aA, protectedHeader), (0,validate/* validateCrit */.nI)(util_errors/* JWEInvalid */.aA, validate/* JWE_RECOGNIZED */.CT, crit, protectedHeader, joseHeader), (0,deflate/* validateZip */.q9)(joseHeader, protectedHeader);
  const { alg, enc } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new util_errors/* JWEInvalid */.aA('JWE "alg" (Algorithm) Header Parameter missing or invalid');
  const algEntry = jwe_algorithms/* JWE */.po[alg];
  if (algEntry?.mode === "integrated-encryption") {
    if (enc !== void 0)
      throw new util_errors/* JWEInvalid */.aA('JWE "enc" (Encryption Algorithm) Header Parameter must not be present for integrated encryption');
    if (cek !== void 0)
      throw new TypeError(`setContentEncryptionKey cannot be called with JWE "alg" (Algorithm) Header ${alg}`);
    if (iv !== void 0)
      throw new TypeError(`setInitializationVector cannot be called with JWE "alg" (Algorithm) Header ${alg}`);
    return [joseHeader, void 0, algEntry];
  }
  if (typeof enc != "string" || !enc)
    throw new util_errors/* JWEInvalid */.aA('JWE "enc" (Encryption Algorithm) Header Parameter missing or invalid');
  return [joseHeader, (0,jwe_algorithms/* jweEncryption */.Oe)(enc), algEntry];
}
async function encryptJWE(input, checked, key) {
  const [joseHeader, encEntry, selected] = checked, [inputPlaintext, inputProtectedHeader, inputUnprotectedHeader, sharedUnprotectedHeader, aad, providedCek, inputIv, keyManagementParameters, , unprotectedParameters] = input;
  let protectedHeader = inputProtectedHeader, unprotectedHeader = inputUnprotectedHeader;
  const algEntry = selected ?? (0,jwe_algorithms/* jweAlgorithm */.eD)(joseHeader.alg);
  let encryptedKey, parameters, cek;
  algEntry.mode === "integrated-encryption" ? cek = await (0,lib_key/* prepareKey */.dT)(algEntry, key, "encrypt") : [cek, encryptedKey, parameters] = await (0,key_management/* encryptKeyManagement */.ss)(algEntry, encEntry, key, joseHeader, providedCek, keyManagementParameters), parameters && (unprotectedParameters ? unprotectedHeader = unprotectedHeader ? { ...unprotectedHeader, ...parameters } : parameters : protectedHeader = protectedHeader ? { ...protectedHeader, ...parameters } : parameters, checkDisjoint(protectedHeader, unprotectedHeader, sharedUnprotectedHeader));
  const encodedProtectedHeader = protectedHeader ? (0,base64url/* encode */.l)(JSON.stringify(protectedHeader)) : "", encodedAad = aad?.byteLength ? (0,base64url/* encode */.l)(aad) : void 0, additionalAuthenticatedData = (0,buffer_utils/* encode */.lF)(encodedAad ? `${encodedProtectedHeader}.${encodedAad}` : encodedProtectedHeader);
  let plaintext = inputPlaintext;
  joseHeader.zip === "DEF" && (plaintext = await (0,deflate/* compress */.Bc)(plaintext).catch((cause) => {
    throw cause instanceof util_errors/* JOSENotSupported */.T0 ? cause : new util_errors/* JWEInvalid */.aA("Failed to compress plaintext", { cause });
  }));
  let ciphertext, tag, iv;
  algEntry.mode === "integrated-encryption" ? [encryptedKey, ciphertext] = await algEntry.encrypt(cek, plaintext, additionalAuthenticatedData, protectedHeader, joseHeader, keyManagementParameters) : { ciphertext, tag, iv } = await (0,content_encryption/* encrypt */.w)(encEntry, plaintext, cek, inputIv, additionalAuthenticatedData);
  const jwe = {
    ciphertext: (0,base64url/* encode */.l)(ciphertext)
  };
  return iv && (jwe.iv = (0,base64url/* encode */.l)(iv)), tag && (jwe.tag = (0,base64url/* encode */.l)(tag)), encryptedKey?.byteLength && (jwe.encrypted_key = (0,base64url/* encode */.l)(encryptedKey)), encodedAad && (jwe.aad = encodedAad), protectedHeader && (jwe.protected = encodedProtectedHeader), sharedUnprotectedHeader && (jwe.unprotected = sharedUnprotectedHeader), unprotectedHeader && (jwe.header = unprotectedHeader), jwe;
}
async function createJWE(input, key, options) {
  return encryptJWE(input, checkEncryptHeaders(input, options), key);
}
function compactJWE(jwe) {
  return [jwe.protected, jwe.encrypted_key, jwe.iv, jwe.ciphertext, jwe.tag].join(".");
}


;// CONCATENATED MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/jwe/compact/encrypt.js


class CompactEncrypt {
  #input;
  constructor(plaintext) {
    (0,validate/* assertUint8Array */.GT)(plaintext, "plaintext"), this.#input = [plaintext];
  }
  setContentEncryptionKey(cek) {
    return (0,validate/* assertNotSet */.ac)(this.#input[5], "setContentEncryptionKey"), this.#input[5] = cek, this;
  }
  setInitializationVector(iv) {
    return (0,validate/* assertNotSet */.ac)(this.#input[6], "setInitializationVector"), this.#input[6] = iv, this;
  }
  setProtectedHeader(protectedHeader) {
    return (0,validate/* assertNotSet */.ac)(this.#input[1], "setProtectedHeader"), this.#input[1] = protectedHeader, this;
  }
  setKeyManagementParameters(parameters) {
    return (0,validate/* assertNotSet */.ac)(this.#input[7], "setKeyManagementParameters"), this.#input[7] = parameters, this;
  }
  async encrypt(key, options) {
    return compactJWE(await createJWE([...this.#input], key, options));
  }
}


// EXTERNAL MODULE: ../../packages/seal/dist/format.js
var format = __webpack_require__(5198);
// EXTERNAL MODULE: ../../packages/seal/dist/payload.js
var dist_payload = __webpack_require__(9067);
;// CONCATENATED MODULE: ../../packages/seal/dist/seal.js
// Seals a lease to one recipient.




/**
 * The lease as one word that only the holder of the recipient's identity can open.
 *
 * @param recipient `elr_…`
 * @throws {SealError} `ERR_RECIPIENT_INVALID`, `ERR_PAYLOAD_INVALID`.
 */
async function seal(payload, recipient) {
    const { key, kid } = await (0,keys/* parseRecipient */.Fx)(recipient);
    const text = new TextEncoder().encode(JSON.stringify((0,dist_payload/* checkPayload */.x)(payload)));
    return new CompactEncrypt(text)
        .setProtectedHeader({ alg: format/* algorithm */.WT, enc: format/* encryption */.ui, typ: format/* type */.NW, kid })
        .encrypt(key);
}

;// CONCATENATED MODULE: ./lib/seal-lease.js
// The input `seal-to`: the minted key, encrypted to one recipient. Loaded only where the input is set.


/** @throws {ActionError} `ERR_INPUT_INVALID`; the text may be a secret by mistake and is not repeated. */
async function checkRecipient(text) {
    try {
        await (0,keys/* parseRecipient */.Fx)(text);
    }
    catch (cause) {
        if (!(cause instanceof dist_errors/* SealError */.E))
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


/***/ }),

/***/ 9802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ SealError)
/* harmony export */ });
// The one error class of this package. Its messages never hold a key, an identity or a sealed text.
/** Every error this package throws on purpose. */
class SealError extends Error {
    name = 'SealError';
    code;
    constructor(code, message, options = {}) {
        super(message, options);
        this.code = code;
    }
}


/***/ }),

/***/ 5198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NW: () => (/* binding */ type),
/* harmony export */   R2: () => (/* binding */ maxSealedLength),
/* harmony export */   WT: () => (/* binding */ algorithm),
/* harmony export */   ui: () => (/* binding */ encryption)
/* harmony export */ });
// What a sealed lease is: a compact JWE (RFC 7516) with ECDH-ES on X25519 (RFC 8037, section 3.2).
const algorithm = 'ECDH-ES';
const encryption = 'A256GCM';
const type = 'exo-lease+jwe';
/** In characters; a lease takes about 800. */
const maxSealedLength = 16 * 1024;


/***/ }),

/***/ 6253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ parseRecipient),
/* harmony export */   aZ: () => (/* binding */ parseIdentity),
/* harmony export */   gZ: () => (/* binding */ formatIdentity),
/* harmony export */   jZ: () => (/* binding */ formatRecipient)
/* harmony export */ });
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4292);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4160);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9017);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9802);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5198);
// Recipients and identities as text: a prefix that secret scanners find, and base64url of X25519 keys.



const recipientPrefix = 'elr_';
const identityPrefix = 'eli_';
const keyBytes = 32;
function formatRecipient(publicKey) {
    return recipientPrefix + jose__WEBPACK_IMPORTED_MODULE_0__/* .encode */ .l(publicKey);
}
function formatIdentity(privateKey, publicKey) {
    const both = new Uint8Array(2 * keyBytes);
    both.set(privateKey);
    both.set(publicKey, keyBytes);
    return identityPrefix + jose__WEBPACK_IMPORTED_MODULE_0__/* .encode */ .l(both);
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
        throw invalidIdentity('This is a recipient (elr_…), which can seal but cannot open.');
    }
    const bytes = decode(trimmed, identityPrefix, 2 * keyBytes);
    if (!bytes)
        throw invalidIdentity('The identity cannot be read.');
    const [d, x] = [bytes.slice(0, keyBytes), bytes.slice(keyBytes)];
    let key;
    let recipient;
    try {
        recipient = await publicKeyOf(x);
        const jwk = { kty: 'OKP', crv: 'X25519', d: jose__WEBPACK_IMPORTED_MODULE_0__/* .encode */ .l(d), x: jose__WEBPACK_IMPORTED_MODULE_0__/* .encode */ .l(x) };
        key = (await (0,jose__WEBPACK_IMPORTED_MODULE_1__/* .importJWK */ .Og)(jwk, _format_js__WEBPACK_IMPORTED_MODULE_2__/* .algorithm */ .WT));
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
    const jwk = { kty: 'OKP', crv: 'X25519', x: jose__WEBPACK_IMPORTED_MODULE_0__/* .encode */ .l(bytes) };
    const key = (await (0,jose__WEBPACK_IMPORTED_MODULE_1__/* .importJWK */ .Og)(jwk, _format_js__WEBPACK_IMPORTED_MODULE_2__/* .algorithm */ .WT));
    return { key, kid: await (0,jose__WEBPACK_IMPORTED_MODULE_3__/* .calculateJwkThumbprint */ .s)(jwk) };
}
// A third key agrees with both halves on the same secret only if they are one pair.
async function belongTogether(privateKey, publicKey) {
    const third = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
    return (await agree(privateKey, third.publicKey)) === (await agree(third.privateKey, publicKey));
}
async function agree(own, other) {
    const bits = await crypto.subtle.deriveBits({ name: 'X25519', public: other }, own, 256);
    return jose__WEBPACK_IMPORTED_MODULE_0__/* .encode */ .l(new Uint8Array(bits));
}
function decode(text, prefix, length) {
    if (!text.startsWith(prefix))
        return undefined;
    const encoded = text.slice(prefix.length);
    if (!/^[\w-]+$/.test(encoded))
        return undefined;
    if (encoded.length !== Math.ceil((length * 4) / 3))
        return undefined;
    const bytes = jose__WEBPACK_IMPORTED_MODULE_0__/* .decode */ .D(encoded);
    // One way to write each key: stray bits at the end would make two texts of one.
    return jose__WEBPACK_IMPORTED_MODULE_0__/* .encode */ .l(bytes) === encoded ? bytes : undefined;
}
function invalidRecipient(problem, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SealError */ .E('ERR_RECIPIENT_INVALID', `${problem} a recipient: elr_ and 43 characters, as exo-lease keygen prints it.`, { cause });
}
function invalidIdentity(problem) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SealError */ .E('ERR_IDENTITY_INVALID', `${problem} Expected an identity: eli_ and 86 characters, as exo-lease keygen prints it, from a secret.`);
}


/***/ }),

/***/ 9067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ checkPayload)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9802);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SealError */ .E('ERR_SEALED_VERSION', 'The sealed lease has a version that this release cannot read. Expected version 1; use the same release of mint, unseal and exo-lease.');
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
        throw invalid('its holder is missing');
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SealError */ .E('ERR_PAYLOAD_INVALID', `The lease cannot be used: ${problem}. Expected a lease that mint or exo-lease sealed.`);
}


/***/ })

};
