export const id = 923;
export const ids = [923];
export const modules = {

/***/ 6923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mintByBroker: () => (/* binding */ mintByBroker)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ../../packages/action-kit/dist/require-runner-files.js
var require_runner_files = __webpack_require__(1613);
// EXTERNAL MODULE: ../../packages/action-kit/dist/job-client.js
var job_client = __webpack_require__(5902);
// EXTERNAL MODULE: ../../packages/action-kit/dist/try-report.js
var try_report = __webpack_require__(7029);
// EXTERNAL MODULE: ../../packages/action-kit/dist/plain-lines.js
var plain_lines = __webpack_require__(9005);
// EXTERNAL MODULE: ../../packages/action-kit/dist/write-summary.js
var write_summary = __webpack_require__(9569);
// EXTERNAL MODULE: ../../packages/action-kit/dist/read-presets.js
var read_presets = __webpack_require__(794);
// EXTERNAL MODULE: ../../packages/action-kit/dist/exported-variables.js + 1 modules
var exported_variables = __webpack_require__(2002);
;// CONCATENATED MODULE: ../../packages/broker-client/dist/errors.js
// The package's one error class and the codes it can carry.
/** Every error that this package throws on purpose. It never holds a secret or a token. */
class BrokerClientError extends Error {
    name = 'BrokerClientError';
    code;
    /** True if an earlier attempt was sent and not answered: that one may have made a lease. */
    uncertain;
    constructor(code, message, { uncertain = false, ...options } = {}) {
        super(message, options);
        this.code = code;
        this.uncertain = uncertain;
    }
}
/** Whether an error proves that the broker made no lease. */
function isCertain(error) {
    return (error instanceof BrokerClientError &&
        !error.uncertain &&
        error.code !== 'ERR_BROKER_UNREACHABLE' &&
        error.code !== 'ERR_BROKER_ANSWER_INVALID');
}

;// CONCATENATED MODULE: ../../packages/broker-client/dist/fetch-json.js
// One request that is answered with JSON. Redirects are not followed: a token must not go elsewhere.

const timeoutMs = 30_000;
const maxBytes = 1024 * 1024;
/** @throws {BrokerClientError} `ERR_BROKER_UNREACHABLE` without an answer. */
async function fetchJson(fetch, url, { method, bearer, headers, body, signal }) {
    try {
        const response = await fetch(url, {
            method,
            headers: {
                authorization: `Bearer ${bearer}`,
                accept: 'application/json',
                ...(body !== undefined && { 'content-type': 'application/json' }),
                ...headers,
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
            redirect: 'manual',
            signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
        const text = await readLimited(response);
        const retryAfter = response.headers.get('retry-after');
        return { status: response.status, body: parse(text), retryAfter };
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new BrokerClientError('ERR_BROKER_UNREACHABLE', `${url.host} did not answer. Check the address, the network, the certificate (NODE_EXTRA_CA_CERTS) and any proxy (https_proxy, no_proxy).`, { cause });
    }
}
async function readLimited({ body }) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        if (text.length > maxBytes)
            throw new RangeError(`more than ${maxBytes} bytes`);
    }
    return text + decoder.decode();
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ../../packages/broker-client/dist/lease-body.js
/** Lists that are empty and what is the default anyway are left out. */
function leaseBody({ rule, scope, ttl }, recipient) {
    const { operations = [], tags = [], resources = [], role, getOperation = 'auto' } = scope;
    return {
        rule,
        scope: {
            ...(operations.length > 0 && { operations }),
            ...(tags.length > 0 && { tags }),
            ...(resources.length > 0 && { resources }),
            ...(role !== undefined && { role }),
            ...(getOperation !== 'auto' && { 'get-operation': getOperation }),
        },
        ttl,
        recipient,
    };
}

;// CONCATENATED MODULE: ../../packages/broker-client/dist/request-id-token.js
// The OIDC token that says whose job this is.


/**
 * A token for this audience from GitHub, whose variables an earlier step cannot change; else
 * `EXO_LEASE_ID_TOKEN` as it is, since its audience stands in the pipeline's file.
 *
 * @throws {BrokerClientError} `ERR_ID_TOKEN_MISSING` without either, `ERR_BROKER_UNREACHABLE`.
 */
async function requestIdToken(audience, { env, fetch, signal }) {
    const requestUrl = env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!requestUrl || !bearer) {
        const given = (env['EXO_LEASE_ID_TOKEN'] ?? '').trim();
        if (given)
            return given;
        throw new BrokerClientError('ERR_ID_TOKEN_MISSING', 'The broker needs an OIDC token, and this job cannot get one. On GitHub, give the job permissions: id-token: write; workflows from forks get none. In GitLab, set EXO_LEASE_ID_TOKEN under id_tokens.');
    }
    const url = new URL(requestUrl);
    url.searchParams.set('audience', audience);
    const { status, body } = await fetchJson(fetch, url, { method: 'GET', bearer, signal });
    const token = body?.['value'];
    if (status === 200 && typeof token === 'string' && token)
        return token;
    throw new BrokerClientError('ERR_BROKER_UNREACHABLE', `GitHub gave no OIDC token (${status}). Check that the job has permissions: id-token: write.`);
}

;// CONCATENATED MODULE: ../../packages/broker-client/dist/create-broker-client.js
// The two requests that a client of the broker makes: a lease, and its end (DESIGN section 9).




const firstDelayMs = 500;
const maxDelayMs = 8000;
function createBrokerClient(options) {
    const { url, id = crypto.randomUUID(), env, sleep } = options;
    const { fetch = globalThis.fetch, elapsed = () => performance.now() } = options;
    const base = url.href.replace(/\/+$/, '');
    const audience = options.audience ?? base;
    /** Sends until there is an answer that does not pass by itself. */
    async function persist(send, { signal, limitMs }) {
        const startedAt = elapsed();
        let uncertain = false;
        for (let delayMs = firstDelayMs;; delayMs = Math.min(delayMs * 2, maxDelayMs)) {
            const goesOn = elapsed() - startedAt + delayMs < limitMs;
            try {
                const answer = await send();
                if (!goesOn || !isPassing(answer.status))
                    return { ...answer, uncertain };
            }
            catch (error) {
                if (!goesOn || !isUnreachable(error))
                    throw error;
            }
            uncertain = true;
            await sleep(delayMs, signal);
        }
    }
    return {
        id,
        url,
        audience,
        async request({ recipient, ...request }, limits) {
            const { signal } = limits;
            const body = leaseBody(request, recipient);
            const endpoint = new URL(`${base}/v1/leases`);
            // GitHub's token is bound to the recipient, so that it opens nothing else.
            const bound = `${audience}?recipient=${recipient}`;
            const answer = await persist(async () => {
                // Anew each time: the broker takes GitHub's token once.
                const bearer = await requestIdToken(bound, { env, fetch, signal });
                const headers = { 'idempotency-key': id };
                return fetchJson(fetch, endpoint, { method: 'POST', bearer, headers, body, signal });
            }, limits);
            if (answer.status !== 201)
                throw refusal(answer);
            return checkLease(answer.body);
        },
        async end(revokeToken, limits) {
            const { signal } = limits;
            const endpoint = new URL(`${base}/v1/leases/${id}`);
            const send = (token) => persist(async () => {
                const bearer = token ?? (await requestIdToken(audience, { env, fetch, signal }));
                return fetchJson(fetch, endpoint, { method: 'DELETE', bearer, signal });
            }, limits);
            const first = await send(revokeToken);
            // Answers to repeated requests can cross, and only the latest revoke token counts.
            const isStale = revokeToken !== undefined && first.status === 401;
            return checkEnd(isStale ? await send(undefined) : first);
        },
    };
}
function isUnreachable(error) {
    return error instanceof BrokerClientError && error.code === 'ERR_BROKER_UNREACHABLE';
}
function isPassing(status) {
    return status === 502 || status === 503 || status === 504;
}
const members = ['id', 'key', 'name', 'expires-at', 'sealed', 'revoke-token'];
function checkLease(body) {
    const missing = members.find((name) => {
        const value = body?.[name];
        return typeof value !== 'string' || !/^[!-~]+$/.test(value);
    });
    if (missing === undefined)
        return body;
    throw new BrokerClientError('ERR_BROKER_ANSWER_INVALID', `The broker's answer has no ${missing} that is one word. Expected an exo-broker of this release; check the address.`);
}
// A page of something between us and the broker can have the status 200 too.
function checkEnd(answer) {
    if (answer.status !== 200)
        throw refusal(answer);
    const state = answer.body?.['state'];
    if (state === 'revoked' || state === 'revoking')
        return state;
    throw new BrokerClientError('ERR_BROKER_UNREACHABLE', 'The answer does not say whether the lease ended. Expected one of an exo-broker; check the address, and any proxy.');
}
function refusal({ status, body, retryAfter, uncertain }) {
    const { code, detail, title } = body ?? {};
    const said = [code, detail ?? title].filter((each) => typeof each === 'string').join(': ');
    const wait = retryAfter === null ? '' : ` Try again in ${retryAfter} s.`;
    // 4xx from something that is not a broker proves nothing.
    const isRefused = status >= 400 && status < 500 && typeof code === 'string';
    return new BrokerClientError(isRefused ? 'ERR_BROKER_REFUSED' : 'ERR_BROKER_UNREACHABLE', `The broker answered ${status}${said && ` (${said})`}.${wait} Its audit trail says more.`, { uncertain });
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/util/base64url.js
var base64url = __webpack_require__(4292);
// EXTERNAL MODULE: ../../packages/seal/dist/keys.js
var keys = __webpack_require__(6253);
;// CONCATENATED MODULE: ../../packages/seal/dist/generate-identity.js
// Makes a key pair for sealed leases.


/** A new X25519 key pair, from the random numbers of Web Crypto. */
async function generateIdentity() {
    const pair = await crypto.subtle.generateKey('X25519', true, ['deriveBits']);
    const { d = '', x = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const publicKey = base64url/* decode */.D(x);
    return {
        recipient: (0,keys/* formatRecipient */.jZ)(publicKey),
        identity: (0,keys/* formatIdentity */.gZ)(base64url/* decode */.D(d), publicKey),
    };
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/validate.js
var validate = __webpack_require__(1185);
;// CONCATENATED MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/util/decode_protected_header.js

function decodeProtectedHeader(token) {
  let encodedProtectedHeader;
  if (typeof token == "string") {
    const parts = token.split(".");
    (parts.length === 3 || parts.length === 5) && ([encodedProtectedHeader] = parts);
  } else if (typeof token == "object" && token)
    if ("protected" in token)
      encodedProtectedHeader = token.protected;
    else
      throw new TypeError("Token does not contain a Protected Header");
  const invalid = "Invalid Token or Protected Header formatting";
  if (typeof encodedProtectedHeader != "string" || !encodedProtectedHeader)
    throw new TypeError(invalid);
  return (0,validate/* parseJoseHeader */.OX)(encodedProtectedHeader, TypeError, invalid);
}


// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/content_encryption.js
var content_encryption = __webpack_require__(2528);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(9773);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/key_management.js
var key_management = __webpack_require__(3832);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/buffer_utils.js
var buffer_utils = __webpack_require__(5215);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/key.js
var lib_key = __webpack_require__(4468);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/jwe_algorithms.js
var jwe_algorithms = __webpack_require__(598);
// EXTERNAL MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/deflate.js
var deflate = __webpack_require__(9104);
;// CONCATENATED MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/lib/jwe_decrypt.js








function snapshotSharedJWE(jwe) {
  const { aad, ciphertext, iv, protected: encodedProtected, tag, unprotected } = jwe;
  if (iv !== void 0 && (typeof iv != "string" || !iv))
    throw new JWEInvalid("JWE Initialization Vector incorrect type");
  if (typeof ciphertext != "string")
    throw new JWEInvalid("JWE Ciphertext missing or incorrect type");
  if (tag !== void 0 && (typeof tag != "string" || !tag))
    throw new JWEInvalid("JWE Authentication Tag incorrect type");
  if (encodedProtected !== void 0 && typeof encodedProtected != "string")
    throw new JWEInvalid("JWE Protected Header incorrect type");
  if (aad !== void 0 && (typeof aad != "string" || !aad))
    throw new JWEInvalid("JWE AAD incorrect type");
  if (unprotected !== void 0 && !isObject(unprotected))
    throw new JWEInvalid("JWE Shared Unprotected Header incorrect type");
  return {
    aad,
    ciphertext,
    iv,
    protected: encodedProtected,
    tag,
    unprotected: unprotected === void 0 ? void 0 : { ...unprotected }
  };
}
function snapshotRecipientJWE(recipient) {
  let header, headerAlg;
  try {
    const { header: inputHeader } = recipient;
    if (isObject(inputHeader)) {
      headerAlg = inputHeader.alg;
      const parameters = Object.keys(inputHeader);
      parameters.includes("alg") || (headerAlg = void 0), header = Object.fromEntries(parameters.map((parameter) => [
        parameter,
        parameter === "alg" ? headerAlg : inputHeader[parameter]
      ]));
    } else
      header = inputHeader;
    const { encrypted_key: encryptedKey } = recipient;
    return [{ encrypted_key: encryptedKey, header }, headerAlg];
  } catch (error) {
    return [void 0, headerAlg, error];
  }
}
function checkRecipient(jwe) {
  const { encrypted_key: encryptedKey, header } = jwe;
  if (encryptedKey !== void 0 && typeof encryptedKey != "string")
    throw new JWEInvalid("JWE Encrypted Key incorrect type");
  if (header !== void 0 && !isObject(header))
    throw new JWEInvalid("JWE Per-Recipient Unprotected Header incorrect type");
  if (jwe.protected === void 0 && header === void 0 && jwe.unprotected === void 0)
    throw new JWEInvalid("JOSE Header missing");
}
function shareJWE(jwe) {
  const { protected: encodedProtected, ciphertext, iv, tag, aad } = jwe;
  let protectedHeader;
  return encodedProtected !== void 0 && (protectedHeader = (0,validate/* parseJoseHeader */.OX)(encodedProtected, errors/* JWEInvalid */.aA, "JWE Protected Header is invalid")), [
    protectedHeader,
    (0,validate/* decodeBase64url */.h2)(ciphertext, "ciphertext", errors/* JWEInvalid */.aA),
    iv !== void 0 ? (0,validate/* decodeBase64url */.h2)(iv, "iv", errors/* JWEInvalid */.aA) : void 0,
    tag !== void 0 ? (0,validate/* decodeBase64url */.h2)(tag, "tag", errors/* JWEInvalid */.aA) : void 0,
    (0,validate/* encodeAsciiMember */.MV)((encodedProtected ?? "") + (aad !== void 0 ? `.${aad}` : ""), "aad", errors/* JWEInvalid */.aA)
  ];
}
function prepareDecrypt(options) {
  const keyManagementAlgorithms = options && (0,validate/* validateAlgorithms */.Fw)("keyManagementAlgorithms", options.keyManagementAlgorithms), contentEncryptionAlgorithms = options && (0,validate/* validateAlgorithms */.Fw)("contentEncryptionAlgorithms", options.contentEncryptionAlgorithms), { crit, maxPBES2Count, maxDecompressedLength } = options ?? {};
  (0,key_management/* validateMaxPBES2Count */.i6)(maxPBES2Count);
  const decompressionLimit = maxDecompressedLength ?? 25e4;
  if (decompressionLimit !== 0 && decompressionLimit !== 1 / 0 && (!Number.isSafeInteger(decompressionLimit) || decompressionLimit < 1))
    throw new TypeError("maxDecompressedLength must be 0, a positive safe integer, or Infinity");
  return [
    keyManagementAlgorithms,
    contentEncryptionAlgorithms,
    crit,
    maxPBES2Count,
    maxDecompressedLength
  ];
}
async function decryptJWE(jwe, shared, key, token = shareJWE(jwe)) {
  const [protectedHeader, ciphertext, iv, tag, additionalAuthenticatedData] = token, { header, unprotected, aad } = jwe;
  let joseHeader;
  if (header !== void 0 || unprotected !== void 0) {
    if (!(0,validate/* isDisjoint */.fz)(protectedHeader, header, unprotected))
      throw new errors/* JWEInvalid */.aA("JWE Protected, JWE Unprotected Header, and JWE Per-Recipient Unprotected Header Parameter names must be disjoint");
    joseHeader = { ...protectedHeader, ...header, ...unprotected };
  } else
    joseHeader = protectedHeader ?? {};
  const [keyManagementAlgorithms, contentEncryptionAlgorithms, crit, maxPBES2Count, maxDecompressedLength] = shared, { encrypted_key: encodedKey } = jwe;
  (0,validate/* validateCrit */.nI)(errors/* JWEInvalid */.aA, validate/* JWE_RECOGNIZED */.CT, crit, protectedHeader, joseHeader), (0,deflate/* validateZip */.q9)(joseHeader, protectedHeader);
  const { alg, enc } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new errors/* JWEInvalid */.aA("missing JWE Algorithm (alg) in JWE Header");
  const selected = jwe_algorithms/* JWE */.po[alg];
  if (encodedKey === "" && (!selected || !(0,jwe_algorithms/* isJWECEKTransport */.p3)(selected)))
    throw new errors/* JWEInvalid */.aA("JWE Encrypted Key incorrect type");
  const integrated = selected?.mode === "integrated-encryption";
  if (!integrated && (typeof enc != "string" || !enc))
    throw new errors/* JWEInvalid */.aA("missing JWE Encryption Algorithm (enc) in JWE Header");
  if (keyManagementAlgorithms && !keyManagementAlgorithms.has(alg) || !keyManagementAlgorithms && alg.startsWith("PBES2"))
    throw new errors/* JOSEAlgNotAllowed */.Rb('"alg" (Algorithm) Header Parameter value not allowed');
  let encEntry;
  if (integrated) {
    if (enc !== void 0)
      throw new errors/* JWEInvalid */.aA('JWE "enc" (Encryption Algorithm) Header Parameter must not be present for integrated encryption');
    if (iv?.byteLength)
      throw new errors/* JWEInvalid */.aA("JWE Initialization Vector must be empty for integrated encryption");
    if (tag?.byteLength)
      throw new errors/* JWEInvalid */.aA("JWE Authentication Tag must be empty for integrated encryption");
  } else {
    if (contentEncryptionAlgorithms && !contentEncryptionAlgorithms.has(enc))
      throw new errors/* JOSEAlgNotAllowed */.Rb('"enc" (Encryption Algorithm) Header Parameter value not allowed');
    encEntry = (0,jwe_algorithms/* jweEncryption */.Oe)(enc);
  }
  let encryptedKey;
  if (encodedKey !== void 0)
    try {
      encryptedKey = (0,validate/* decodeBase64url */.h2)(encodedKey, "encrypted_key", errors/* JWEInvalid */.aA);
    } catch (error) {
      if (!selected || !(0,jwe_algorithms/* isJWECEKTransport */.p3)(selected))
        throw error;
      encryptedKey = new Uint8Array();
    }
  let resolvedKey = !1;
  typeof key == "function" && (key = await key(protectedHeader, jwe), resolvedKey = !0);
  const algEntry = selected ?? (0,jwe_algorithms/* jweAlgorithm */.eD)(alg);
  (0,jwe_algorithms/* isJWECEKTransport */.p3)(algEntry) && encryptedKey === void 0 && (encryptedKey = new Uint8Array());
  const k = await (0,lib_key/* prepareKey */.dT)(algEntry.mode === "direct-encryption" ? encEntry : algEntry, key, "decrypt");
  let plaintext;
  if (algEntry.mode === "integrated-encryption")
    plaintext = await algEntry.decrypt(k, encryptedKey, ciphertext, additionalAuthenticatedData, protectedHeader, joseHeader);
  else {
    const encryption = encEntry;
    let cek;
    try {
      cek = await (0,key_management/* decryptKeyManagement */.SV)(algEntry, encryption, k, encryptedKey, joseHeader, maxPBES2Count), (0,jwe_algorithms/* isJWECEKTransport */.p3)(algEntry) && cek instanceof Uint8Array && cek.byteLength << 3 !== encryption.cekBits && (cek = (0,content_encryption/* generateCek */.Do)(encryption));
    } catch (err) {
      if (err instanceof TypeError || err instanceof errors/* JWEInvalid */.aA || err instanceof errors/* JOSENotSupported */.T0)
        throw err;
      cek = (0,content_encryption/* generateCek */.Do)(encryption);
    }
    plaintext = await (0,content_encryption/* decrypt */.Yc)(encryption, cek, ciphertext, iv, tag, additionalAuthenticatedData);
  }
  if (joseHeader.zip === "DEF") {
    const decompressionLimit = maxDecompressedLength ?? 25e4;
    if (decompressionLimit === 0)
      throw new errors/* JOSENotSupported */.T0('JWE "zip" (Compression Algorithm) Header Parameter is not supported.');
    plaintext = await (0,deflate/* decompress */.mF)(plaintext, decompressionLimit).catch((cause) => {
      throw cause instanceof errors/* JWEInvalid */.aA || cause instanceof errors/* JOSENotSupported */.T0 ? cause : new errors/* JWEInvalid */.aA("Failed to decompress plaintext", { cause });
    });
  }
  return {
    plaintext,
    ...protectedHeader && { protectedHeader },
    ...aad !== void 0 && {
      additionalAuthenticatedData: (0,validate/* decodeBase64url */.h2)(aad, "aad", errors/* JWEInvalid */.aA)
    },
    ...unprotected && { sharedUnprotectedHeader: unprotected },
    ...header && { unprotectedHeader: header },
    ...resolvedKey && { key: k }
  };
}
async function decryptCompact(jwe, shared, key) {
  if (jwe instanceof Uint8Array && (jwe = buffer_utils/* decoder */.D0.decode(jwe)), typeof jwe != "string")
    throw new errors/* JWEInvalid */.aA("Compact JWE must be a string or Uint8Array");
  const { 0: protectedHeader, 1: encryptedKey, 2: iv, 3: ciphertext, 4: tag, length } = jwe.split(".");
  if (length !== 5)
    throw new errors/* JWEInvalid */.aA("Invalid Compact JWE");
  return decryptJWE({
    ciphertext,
    iv: iv || void 0,
    protected: protectedHeader,
    tag: tag || void 0,
    encrypted_key: encryptedKey || void 0
  }, shared, key);
}


;// CONCATENATED MODULE: ../../node_modules/.pnpm/jose@6.2.18/node_modules/jose/dist/webapi/jwe/compact/decrypt.js

async function compactDecrypt(jwe, key, options) {
  return decryptCompact(jwe, prepareDecrypt(options), key);
}


// EXTERNAL MODULE: ../../packages/seal/dist/errors.js
var dist_errors = __webpack_require__(9802);
// EXTERNAL MODULE: ../../packages/seal/dist/format.js
var format = __webpack_require__(5198);
// EXTERNAL MODULE: ../../packages/seal/dist/payload.js
var payload = __webpack_require__(9067);
;// CONCATENATED MODULE: ../../packages/seal/dist/open.js
// Opens a sealed lease.





/**
 * The lease in a sealed text. White space that a log or a shell added is ignored.
 *
 * @param identity `eli_…`
 * @throws {SealError} `ERR_IDENTITY_INVALID`, `ERR_SEALED_EMPTY`, `ERR_SEALED_INVALID`,
 *   `ERR_SEALED_OTHER_RECIPIENT`, `ERR_SEALED_VERSION`, `ERR_PAYLOAD_INVALID`.
 */
async function open_open(text, identity) {
    const { key, kid } = await (0,keys/* parseIdentity */.aZ)(identity);
    if (text.length > 2 * format/* maxSealedLength */.R2)
        throw invalid('it is too long');
    const jwe = text.replaceAll(/\s+/g, '');
    if (jwe === '') {
        throw new dist_errors/* SealError */.E('ERR_SEALED_EMPTY', 'The sealed lease is empty. Expected the output sealed of a mint. It is empty when that job was skipped, or when GitHub dropped the output because a masked value happens to be inside it; then run all jobs again.');
    }
    if (jwe.length > format/* maxSealedLength */.R2)
        throw invalid('it is too long');
    checkHeader(headerOf(jwe), kid);
    return (0,payload/* checkPayload */.x)(await decrypt(jwe, key));
}
function headerOf(jwe) {
    try {
        if (jwe.split('.').length !== 5)
            throw new Error('parts');
        return decodeProtectedHeader(jwe);
    }
    catch {
        throw invalid('it is damaged, or is not a sealed lease');
    }
}
const open_members = ['alg', 'enc', 'typ', 'kid', 'epk'];
function checkHeader(header, kid) {
    // No `zip`, which could swell, no `crit`, nothing that is not understood.
    const other = Object.keys(header).find((name) => !open_members.includes(name));
    const known = header.alg === format/* algorithm */.WT && header['enc'] === format/* encryption */.ui && header['typ'] === format/* type */.NW;
    if (!known || other !== undefined)
        throw invalid('it is not a sealed lease of this kind');
    if (header['kid'] === kid)
        return;
    throw new dist_errors/* SealError */.E('ERR_SEALED_OTHER_RECIPIENT', 'The lease was sealed to another recipient. Expected one that was sealed to the recipient of this identity; check that seal-to and identity are one pair.');
}
async function decrypt(jwe, key) {
    try {
        const { plaintext } = await compactDecrypt(jwe, key, {
            keyManagementAlgorithms: [format/* algorithm */.WT],
            contentEncryptionAlgorithms: [format/* encryption */.ui],
        });
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
    }
    catch {
        // Not a cause: an error of the parser quotes what was sealed.
        throw invalid('it is damaged');
    }
}
function invalid(problem) {
    return new dist_errors/* SealError */.E('ERR_SEALED_INVALID', `The sealed lease cannot be opened: ${problem}. Expected the output sealed of a mint, unchanged.`);
}

;// CONCATENATED MODULE: ../../packages/broker-client/dist/request-lease.js
// A lease that only this process can read: a key pair, a request, and what was sealed to it.


/**
 * @throws {BrokerClientError} `ERR_ID_TOKEN_MISSING`, `ERR_BROKER_REFUSED`, `ERR_BROKER_UNREACHABLE`,
 *   `ERR_BROKER_ANSWER_INVALID`.
 */
async function requestLease(client, request, { signal, limitMs, check, undoTimeoutMs }) {
    const { recipient, identity } = await generateIdentity();
    try {
        const lease = await client.request({ ...request, recipient }, { signal, limitMs });
        const payload = await openLease(lease.sealed, identity);
        check(payload);
        return {
            id: client.id,
            enforcedBy: lease['enforced-by'] === 'server' ? 'server' : 'broker',
            revokeToken: lease['revoke-token'],
            payload,
        };
    }
    catch (error) {
        // A request whose answer was lost may still make a lease, and one that cannot be opened is of no use.
        if (!isCertain(error)) {
            const undo = { signal: AbortSignal.timeout(undoTimeoutMs), limitMs: 0 };
            await client.end(undefined, undo).catch(() => { });
        }
        throw error;
    }
}
async function openLease(sealed, identity) {
    try {
        return await open_open(sealed, identity);
    }
    catch (cause) {
        throw new BrokerClientError('ERR_BROKER_ANSWER_INVALID', "The broker's lease cannot be opened. Expected an exo-broker of this release; check the address.", { cause });
    }
}

// EXTERNAL MODULE: ../../packages/exo-iam/dist/client/endpoint.js
var endpoint = __webpack_require__(3651);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/lease/verify-key.js
var verify_key = __webpack_require__(3824);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/lease/describe-lease.js
var describe_lease = __webpack_require__(2673);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/lease/key-variables.js
var key_variables = __webpack_require__(9068);
// EXTERNAL MODULE: ../../packages/action-kit/dist/errors.js
var action_kit_dist_errors = __webpack_require__(2728);
;// CONCATENATED MODULE: ../../packages/broker-client/dist/read-broker-url.js
// The address of a broker, as it is typed.

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/**
 * @param name What the text was given as, for the message: `The input broker`.
 * @throws {BrokerClientError} `ERR_BROKER_URL_INVALID` for anything but https, or http on this machine.
 */
function readBrokerUrl(text, name) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname));
    // An empty query or fragment counts too: it would stay in the addresses that are made of this one.
    const isBare = !url?.username && !url?.password && !/[?#]/.test(text);
    if (url && isSafe && isBare)
        return url;
    throw new BrokerClientError('ERR_BROKER_URL_INVALID', `${name} is not the address of a broker. Expected a URL such as https://broker.example.com; plain http is for this machine only.`);
}

;// CONCATENATED MODULE: ./lib/broker-inputs.js
// What a broker is asked for, and the inputs that cannot stand beside it.


const decidedByBroker = [
    'api-key',
    'api-secret',
    'policy',
    'template',
    'endpoint',
    'zone',
    'method',
    'deadline',
    'seal-to',
];
/**
 * @throws {ActionError} `ERR_INPUT_INVALID` for an input that the broker decides.
 * @throws {BrokerClientError} `ERR_BROKER_URL_INVALID`.
 */
function readBrokerInputs({ core }, inputs) {
    const beside = decidedByBroker.find((name) => core.getInput(name) !== '');
    if (beside !== undefined) {
        throw refused(beside, 'Expected operations, tags, resources or a role; the configuration of the broker decides the rest.');
    }
    if (inputs.usageReport) {
        throw refused('usage-report', 'Only the parent key can read the audit trail.');
    }
    if (inputs.dryRun) {
        throw refused('dry-run', 'Only a request for a key shows what the broker grants; without broker, a dry run explains the scope and needs no key.');
    }
    // The broker tells the zone with the key, so this is about the words alone.
    (0,read_presets/* readPresets */.X)(core.getInput('export'), 'ch-gva-2');
    return {
        url: readBrokerUrl(inputs.broker, 'The input broker'),
        audience: core.getInput('broker-audience') || undefined,
        request: {
            rule: core.getInput('broker-rule') || undefined,
            scope: inputs.scope,
            ttl: core.getInput('ttl') || undefined,
        },
    };
}
function refused(field, why) {
    return new action_kit_dist_errors/* ActionError */.l('ERR_INPUT_INVALID', `The input ${field} is given beside the input broker. ${why} Remove one of them.`, { field });
}

;// CONCATENATED MODULE: ./lib/broker-state.js
// What `main` leaves for `post` when a broker leased the key. Neither the key's secret nor the identity that
// opened it is in it.

const broker_state_name = 'broker';
/** Each call replaces the one before. The revoke token has to be masked before. */
function saveBrokerState({ core }, state) {
    core.saveState(broker_state_name, state ? JSON.stringify(state) : '');
}
/** @throws {ActionError} `ERR_STATE_INVALID`, which quotes nothing of it. */
function readBrokerState({ core }) {
    const saved = core.getState(broker_state_name);
    if (!saved)
        return undefined;
    const state = broker_state_parse(saved);
    if (typeof state?.revokeToken === 'string')
        core.setSecret(state.revokeToken);
    if (state && isComplete(state))
        return state;
    throw new ActionError('ERR_STATE_INVALID', 'The state that main saved cannot be read, so post does not know which lease to end. Another step may have changed it. The broker ends the lease at its deadline.');
}
function broker_state_parse(text) {
    try {
        return JSON.parse(text) ?? undefined;
    }
    catch {
        return undefined;
    }
}
function isComplete(state) {
    const { url, audience, id, inputs } = state;
    const texts = [url, audience, id];
    return (texts.every((text) => typeof text === 'string' && text !== '') && typeof inputs === 'object');
}

// EXTERNAL MODULE: ./lib/summary.js
var lib_summary = __webpack_require__(1451);
;// CONCATENATED MODULE: ./lib/mint-by-broker.js
// The input `broker`: a lease for an OIDC token, without any stored secret (DESIGN section 9). Loaded only where
// the input is set.







const limitMs = 60_000;
// A cancelled step is killed 10 s after SIGINT. What is not ended by then, `post` does.
const undoTimeoutMs = 6500;
async function mintByBroker(step, inputs) {
    const { core, env, signal } = step;
    const { url, audience, request } = readBrokerInputs(step, inputs);
    (0,require_runner_files/* requireRunnerFiles */.l)(step, ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_ENV']);
    const sleep = (ms, until) => (0,promises_.setTimeout)(ms, undefined, { signal: until });
    const client = createBrokerClient({ url, audience, env, sleep });
    const { revoke, onRevokeFailure, summary } = inputs;
    const asked = {
        url: url.href,
        audience: client.audience,
        id: client.id,
        inputs: { revoke, onRevokeFailure, summary },
    };
    saveBrokerState(step, asked);
    let leased;
    try {
        leased = await requestLease(client, request, {
            signal,
            limitMs,
            undoTimeoutMs,
            // Refuses an endpoint that is not Exoscale's. The zone becomes a part of other clients' hosts.
            check: (payload) => {
                if (payload.zone !== undefined)
                    (0,endpoint/* resolveEndpoint */.sO)({ zone: payload.zone });
                (0,job_client/* createJobClient */.P)(step, toConnection(payload));
            },
        });
    }
    catch (error) {
        if (isCertain(error))
            saveBrokerState(step, undefined);
        throw error;
    }
    const { revokeToken, payload } = leased;
    core.setSecret(payload.secret);
    core.setSecret(revokeToken);
    saveBrokerState(step, { ...asked, revokeToken });
    const lease = toLease(leased);
    try {
        signal.throwIfAborted();
        if (inputs.verify) {
            const own = (0,job_client/* createJobClient */.P)(step, toConnection(payload));
            await (0,verify_key/* verifyKey */.r)(own, lease, { signal });
        }
        handOut(step, { leased, lease, state: { ...asked, revokeToken } });
    }
    catch (error) {
        // The state has it, so `post` tries again, and reports.
        const undo = { signal: AbortSignal.timeout(undoTimeoutMs), limitMs: 0 };
        await client.end(revokeToken, undo).catch(() => { });
        throw error;
    }
    // From here on the job has the key: nothing below may fail the step.
    const fate = revoke ? 'to be revoked when this job ends' : 'which this job will not revoke';
    await (0,try_report/* tryReport */.W)(step, () => {
        core.info((0,plain_lines/* plainLines */.y1)((0,describe_lease/* describeLease */.un)(lease, { ...inputs, fate })));
    });
    if (summary)
        await (0,try_report/* tryReport */.W)(step, () => (0,write_summary/* writeSummary */.S)(step, (0,lib_summary/* mintSummary */.pb)(lease, inputs)));
}
function toConnection({ key, secret, zone, endpoint }) {
    return {
        apiKey: key,
        apiSecret: secret,
        ...(zone !== undefined && { zone }),
        ...(endpoint !== undefined && { endpoint }),
    };
}
// The broker tells neither the method nor the policy; its audit trail has them.
function toLease({ payload, enforcedBy }) {
    return {
        method: 'scoped-role',
        name: payload.name,
        apiKey: payload.key,
        apiSecret: payload.secret,
        expiresAt: Math.floor(Date.parse(payload['expires-at']) / 1000),
        enforcedBy: enforcedBy === 'server' ? 'server' : 'sweep',
        role: undefined,
        scope: undefined,
        policy: undefined,
    };
}
function handOut(step, { leased: { payload, enforcedBy }, lease, state, }) {
    const { core } = step;
    const { zone, endpoint } = payload;
    const { apiKey, apiSecret, name, expiresAt } = lease;
    const presets = (0,read_presets/* readPresets */.X)(core.getInput('export'), zone);
    const variables = (0,key_variables/* keyVariables */.j)(presets, { apiKey, apiSecret, zone, endpoint });
    const exported = (0,exported_variables/* exportVariables */.q)(step, variables);
    const outputs = {
        'lease-id': state.id,
        'api-key': apiKey,
        'api-secret': apiSecret,
        sealed: '',
        'key-name': name,
        'role-id': '',
        'role-name': '',
        method: '',
        'expires-at': payload['expires-at'],
        'enforced-by': enforcedBy,
        policy: '',
    };
    for (const [output, value] of Object.entries(outputs))
        core.setOutput(output, value);
    saveBrokerState(step, {
        ...state,
        handedOut: {
            record: { apiKey, name, expiresAt },
            mintedAt: Math.floor(Date.now() / 1000),
            enforcedBy: lease.enforcedBy,
            exported,
        },
    });
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
