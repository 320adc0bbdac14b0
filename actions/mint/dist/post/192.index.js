export const id = 192;
export const ids = [192];
export const modules = {

/***/ 103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ endSummary)
});

// EXTERNAL MODULE: ../../packages/action-kit/dist/plain-lines.js
var plain_lines = __webpack_require__(5);
;// CONCATENATED MODULE: ../../packages/action-kit/dist/fold-long.js
// Long parts of a job summary are folded: a table of a hundred rows hides what comes after it.
// Ten rows of a table and its head.
const maxLines = 12;
/** The lines, below a title that unfolds them if they are many. The title is HTML. */
function foldLong(title, lines) {
    if (lines.length <= maxLines)
        return lines;
    // Without the empty lines, GitHub would not read Markdown in between.
    return ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'];
}

;// CONCATENATED MODULE: ./lib/timeline.js
function timeline(facts) {
    const { record, handedOut, fate, endedAt } = facts;
    const { mintedAt, enforcedBy } = handedOut;
    const ended = fate === 'revoked' || fate === 'gone';
    // Mermaid drops a bar without a length.
    const end = ended ? Math.max(endedAt, mintedAt + 1) : record.expiresAt;
    const rest = enforcedBy === 'server' ? 'refused by the server from here on' : 'swept from here on';
    return [
        '```mermaid',
        'gantt',
        // Milliseconds: with seconds (`X`), Mermaid reads the start as milliseconds and the end as seconds.
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        '  todayMarker off',
        // A longer name would lie below the bars.
        '  section key',
        `  ${ended ? 'lived :done' : 'lives on :active'}, ${mintedAt}000, ${end}000`,
        `  ${rest} :milestone, crit, ${record.expiresAt}000, 0s`,
        '```',
        '',
    ];
}

;// CONCATENATED MODULE: ./lib/end-summary.js
// The Markdown of the job summary after `post`: what became of the key, and what it was used for.


function endSummary({ record, handedOut, fate, endedAt, usage }) {
    const key = record.apiKey ?? record.name;
    const lived = handedOut && `after ${duration(endedAt - handedOut.mintedAt)}`;
    const until = new Date(record.expiresAt * 1000).toISOString();
    const fates = {
        revoked: `revoked ${lived ?? 'before it was handed out'}`,
        gone: lived === undefined ? 'nothing is left of it' : `already gone, ${lived}`,
        expires: `not revocable, ends at ${until}`,
        kept: `not revoked, as configured; its deadline is ${until}`,
        left: `**not revoked**; its deadline is ${until}`,
    };
    return [
        `#### ${(0,plain_lines/* code */.aY)(key)}: ${fates[fate]}`,
        '',
        ...(usage ? usageLines(usage, handedOut?.byName ?? false) : []),
        ...(handedOut ? timeline({ record, handedOut, fate, endedAt }) : []),
    ].join('\n');
}
function usageLines(usage, byName) {
    const { used, denied, unused, reads, uncatalogued, granted, note, suggestion, complete } = usage;
    const rows = [
        ...used.map(({ operation, count }) => [(0,plain_lines/* code */.aY)(operation), `${count}`]),
        ...denied.map(({ operation, count }) => [(0,plain_lines/* code */.aY)(operation), `${count}, refused`]),
        ...unused.map((operation) => [(0,plain_lines/* code */.aY)(operation), 'none']),
        ...reads.map((operation) => [(0,plain_lines/* code */.aY)(operation), 'not recorded']),
        ...uncatalogued.map((operation) => [(0,plain_lines/* code */.aY)(operation), 'not known']),
    ];
    // A tag is kept: a list of all it stands for is not easier to read.
    const narrower = byName && complete && suggestion.length > 0 && suggestion.length < granted.length;
    const counts = `${used.length} used, ${denied.length} refused, ${unused.length} without calls`;
    return [
        ...foldLong(`Calls of ${rows.length} operations: ${counts}`, [
            '| operation | calls |',
            '| --- | --- |',
            ...rows.map(([operation, calls]) => `| ${operation} | ${calls} |`),
        ]),
        '',
        ...(complete ? [] : ['Not complete: a part of the audit trail could not be read.', '']),
        note,
        '',
        ...(narrower ? suggestionLines(suggestion) : []),
    ];
}
function suggestionLines(suggestion) {
    const operations = suggestion.map((operation) => `  ${operation}`);
    return [
        'These operations would have been enough:',
        '',
        ...foldLong(`${suggestion.length} operations`, [
            '```yaml',
            'operations: |',
            ...operations,
            '```',
        ]),
        '',
    ];
}
function duration(seconds) {
    const minutes = Math.floor(seconds / 60);
    return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}


/***/ }),

/***/ 245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ revocationTimeoutMs),
/* harmony export */   p: () => (/* binding */ noteAway)
/* harmony export */ });
/* harmony import */ var _x_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29);
// How long a `post` may try to revoke.

// GitHub gives all post steps of a cancelled job five minutes in total.
const fullTimeoutMs = 120_000;
// Used after an earlier post step found that the API, or the broker, does not respond.
const shortTimeoutMs = 10_000;
const apiIsAway = 'EXO_LEASE_API_IS_AWAY';
function revocationTimeoutMs({ env }) {
    return env[apiIsAway] === 'true' ? shortTimeoutMs : fullTimeoutMs;
}
/** Tells the post steps that come later. */
function noteAway(step) {
    return (0,_x_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .tryReport */ .W)(step, () => step.core.exportVariable(apiIsAway, 'true'));
}


/***/ }),

/***/ 781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ takeBack)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
;// CONCATENATED MODULE: ../../packages/action-kit/dist/exported-variables.js
// Exports variables, and takes them back if nothing else has changed them.

/** Exports those variables that do not have the value already, and says what taking them back needs. */
function exportVariables(step, variables, { onPlanned = () => { } } = {}) {
    const exported = planExport(step, variables);
    onPlanned(exported);
    for (const name of Object.keys(exported))
        step.core.exportVariable(name, variables[name]);
    return exported;
}
function planExport({ core, env }, variables) {
    const changed = Object.entries(variables).filter(([name, value]) => env[name] !== value);
    return Object.fromEntries(changed.map(([name, value]) => {
        const previous = env[name];
        // It goes into the state, which the debug log echoes.
        maskSecret(core, name, previous);
        return [name, { digest: digest(value), ...(previous !== undefined && { previous }) }];
    }));
}
/**
 * Gives back to each variable what it held before, if it still holds what was exported: another step may
 * have put its own value there since. The runner has no way to unset one, so the rest is blanked.
 */
function takeBackVariables({ core, env }, exported) {
    for (const [name, { digest: expected, previous = '' }] of Object.entries(exported)) {
        if (digest(env[name] ?? '') !== expected)
            continue;
        maskSecret(core, name, previous);
        core.exportVariable(name, previous);
    }
}
function maskSecret(core, name, value) {
    const secret = value?.trim();
    if (secret && name.includes('SECRET'))
        core.setSecret(secret);
}
function digest(value) {
    return (0,external_node_crypto_.createHash)('sha256').update(value).digest('base64');
}

// EXTERNAL MODULE: ../../packages/action-kit/dist/message-of.js
var message_of = __webpack_require__(784);
;// CONCATENATED MODULE: ./lib/take-back.js
// Takes the exported variables back when the key has ended.

// A full disk must not fail a job whose key is already revoked.
function takeBack(step, exported) {
    try {
        takeBackVariables(step, exported);
    }
    catch (error) {
        const names = Object.keys(exported).join(', ');
        step.core.warning(`${names} could not be cleared, so later steps still find the minted key there: ${(0,message_of/* messageOf */.b)(error)}`, { title: 'Variables of the minted key are left' });
    }
}


/***/ }),

/***/ 272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ refuseUnverifiedTls),
/* harmony export */   t: () => (/* binding */ verifyTlsAgain)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(728);
// Handles NODE_TLS_REJECT_UNAUTHORIZED, which turns off the check of certificates.

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';
const unverified = `${variable} is 0, so anyone could impersonate the API.`;
const ownProxy = 'to trust your own proxy, set NODE_EXTRA_CA_CERTS to the file of its certificate.';
/**
 * Refuses to start. Responses decide which ids are signed next, so a server that can fake responses can use
 * the parent key. Any earlier step can set the variable for this one.
 *
 * @throws {ActionError} `ERR_TLS_UNVERIFIED`.
 */
function refuseUnverifiedTls({ env }) {
    if (env[variable] !== '0')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('ERR_TLS_UNVERIFIED', `${unverified} Expected certificates to be checked. Unset it; ${ownProxy}`);
}
/**
 * For `post`, which must not refuse to start, since the key would live on. Node reads the variable at each
 * connection, so deleting it is enough if there was no connection before.
 */
function verifyTlsAgain({ core, env }) {
    if (env[variable] !== '0')
        return;
    delete env[variable];
    core.warning(`${unverified} This workflow or a step of this job set it. This step checks certificates anyway. Set the variable only for the command that needs it; ${ownProxy}`, { title: 'Certificates are not checked in this job' });
}


/***/ }),

/***/ 728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ ActionError)
/* harmony export */ });
// The one error class of the actions, beside that of exo-iam.
/** Every error the actions throw on purpose. Its message becomes the annotation. */
class ActionError extends Error {
    name = 'ActionError';
    code;
    field;
    status;
    constructor(code, message, options = {}) {
        super(message, options);
        this.code = code;
        this.field = options.field;
        this.status = options.status;
    }
}


/***/ }),

/***/ 784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf)
/* harmony export */ });
// What a caught value says.
/** The message of an error; anything else that was thrown, as text. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 5:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/* unused harmony export prose */
// What the API says, in places where line breaks and markup would mean something.
/** Lines for the log. None of them can be a command of the runner, whatever the API has answered. */
function plainLines(lines) {
    return lines.map(plain).join('\n');
}
/** Code in the Markdown of a table's cell. */
function code(text) {
    return `\`${plain(text).replace(/[`|]/g, ' ')}\``;
}
/** Text in Markdown, also in the cell of a table: none of it is markup, a link or an image. */
function prose(text) {
    return (plain(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replace(/[\\`*_~$|[\]]/g, String.raw `\$&`)
        // Addresses that GitHub makes links of without any markup.
        .replace(/:(?=\/\/)|(?<=www)\.|@|(?<=mailto|xmpp):/gi, String.raw `\$&`));
}
/** One line. */
function plain(text) {
    // A line that begins with `::` may be a command, white space before it or not; `##[…]` is the older
    // form, which the runner finds anywhere in a line.
    return text
        .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .replace(/^\s*::/, ': :')
        .replaceAll('##[', '## [');
}


/***/ }),

/***/ 364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ createPostClient),
  i: () => (/* binding */ preparePost)
});

// EXTERNAL MODULE: ../../packages/action-kit/dist/certificate-checks.js
var certificate_checks = __webpack_require__(272);
// EXTERNAL MODULE: ../../packages/exo-operations/dist/operations.js + 1 modules
var operations = __webpack_require__(368);
// EXTERNAL MODULE: ../../packages/exo-operations/dist/find-operation.js
var find_operation = __webpack_require__(668);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/errors.js
var dist_errors = __webpack_require__(491);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/nearest-names.js
var nearest_names = __webpack_require__(753);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/budget.js
// The time of a phase, shared by every request in it. By a clock that is never set.
/** A budget that begins now. `elapsed` is a monotonic clock in milliseconds. */
function createBudget(ms, elapsed, { maxAttempts } = {}) {
    const endsAt = elapsed() + ms;
    return { leftMs: () => endsAt - elapsed(), maxAttempts };
}
//# sourceMappingURL=budget.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/client/endpoint.js
var client_endpoint = __webpack_require__(651);
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/errors.js
// The package's one error class and the codes it can carry.
/** Every error this package throws on purpose. It never holds a secret. */
class ExoSignerError extends Error {
    name = 'ExoSignerError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
//# sourceMappingURL=errors.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/credentials.js
// Checks an API key before it signs anything. Implements docs/signing.md sections 4.2 and 6.


/**
 * A copy, so that a getter cannot give another value after the check.
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`; the message repeats no value.
 */
function checkCredentials(credentials) {
    const { apiKey, apiSecret } = Object(credentials);
    assertApiKey(apiKey);
    if (typeof apiSecret === 'string' && apiSecret !== '')
        return { apiKey, apiSecret };
    throw new ExoSignerError('ERR_CREDENTIALS_INVALID', 'The API secret is empty or not a string. Expected that of the API key; check that its variable is set.');
}
/** Whether the header can carry the key and give it back: printable ASCII that does not look like the next pair. */
function isCarriableKey(apiKey) {
    return /^[ -~]+$/.test(apiKey) && !apiKey.includes(',signed-query-args=');
}
/** @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID` for a key that is empty or not sendable. */
function assertApiKey(apiKey) {
    if (typeof apiKey === 'string' && isCarriableKey(apiKey))
        return;
    throw new ExoSignerError('ERR_CREDENTIALS_INVALID', 'The API key is empty or holds a character that a header cannot carry. Expected printable ASCII; check for a line break at its end.');
}
//# sourceMappingURL=credentials.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/expires.js
// When a signature ends. Implements docs/signing.md sections 2.6 and 5.


const defaultLifetimeSeconds = 600;
// The last second of the year 9999. A time in milliseconds is above it since 1978, and a signature
// with such an expiry would be valid for tens of thousands of years.
const maxExpires = 253_402_300_799;
/** The expiry that the options ask for, in UNIX seconds. Undefined options fall back to `defaults`. */
function resolveExpires(options, defaults) {
    const expires = options?.expires ?? defaults?.expires;
    if (expires !== undefined)
        return expires;
    const now = options?.now ?? defaults?.now ?? Date.now;
    const time = typeof now === 'function' && now();
    const lifetimeSeconds = options?.lifetimeSeconds ?? defaults?.lifetimeSeconds ?? defaultLifetimeSeconds;
    // Arithmetic with anything else throws, or joins texts.
    const areNumbers = typeof time === 'number' && typeof lifetimeSeconds === 'number';
    return areNumbers ? Math.floor(time / 1000) + lifetimeSeconds : NaN;
}
/** @throws {ExoSignerError} `ERR_EXPIRES_INVALID` unless it is a whole number up to the year 9999. */
function assertExpires(expires) {
    if (Number.isSafeInteger(expires) && expires <= maxExpires)
        return;
    throw new ExoSignerError('ERR_EXPIRES_INVALID', 'The expiry is not a time in UNIX seconds. Expected whole seconds, and milliseconds from `now()`.');
}
//# sourceMappingURL=expires.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/bytes.js
// Recognizes and copies bytes of any realm: jest and `vm` have their own Uint8Array.
/** By the internal slot: `instanceof` fails for a Uint8Array of another realm. */
function isUint8Array(value) {
    return ArrayBuffer.isView(value) && hasTag(value, 'Uint8Array');
}
/** A copy of a view or a buffer, or undefined for anything else. */
function copyBytes(value) {
    if (ArrayBuffer.isView(value)) {
        return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
    }
    return hasTag(value, 'ArrayBuffer') ? new Uint8Array(value).slice() : undefined;
}
function hasTag(value, tag) {
    return Object.prototype.toString.call(value) === `[object ${tag}]`;
}
//# sourceMappingURL=bytes.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/parse-url.js
// Parses a URL without repeating it in an error. Implements docs/signing.md section 2.2.

/** @throws {ExoSignerError} `ERR_URL_INVALID`, without the URL: its query may hold data. */
function parseUrl(url) {
    const parsed = tryParse(url);
    if (parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:'))
        return parsed;
    throw new ExoSignerError('ERR_URL_INVALID', 'The URL is not an absolute http: or https: URL. Pass it in full, as it is sent.');
}
// `URL.canParse` would parse twice, and Safari 16 lacks it. The cause is dropped: it repeats the URL.
function tryParse(url) {
    try {
        return new URL(url);
        // Stryker disable next-line BlockStatement: an empty one gives undefined as well.
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=parse-url.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/query-args.js
// Selects the query arguments that are signed. Implements docs/signing.md sections 2.4 and 4.2.

// One pair that decodes to itself, which is what most queries are.
const plainPair = /^\?([A-Za-z0-9_.~-]+)=([A-Za-z0-9_.~-]*)$/;
/** @throws {ExoSignerError} `ERR_QUERY_NAME_UNSUPPORTED`. */
function selectQueryArgs(url) {
    const { search } = url;
    // Most requests have no query.
    // Stryker disable next-line ConditionalExpression: only faster than what follows.
    if (search === '')
        return { names: [], values: '' };
    const plain = plainPair.exec(search);
    // Stryker disable next-line ConditionalExpression: only faster than what follows.
    if (plain)
        return { names: [plain[1]], values: plain[2] };
    const valueOf = new Map();
    // An undefined value marks a name that occurs more than once.
    // `url.searchParams` is slower: it has to stay in step with the URL.
    new URLSearchParams(search).forEach((value, name) => {
        valueOf.set(name, valueOf.has(name) ? undefined : value);
    });
    const names = [];
    for (const [name, value] of valueOf) {
        if (value === undefined)
            continue;
        assertCarriable(name);
        names.push(name);
    }
    // Every name is ASCII by now, so the default order by UTF-16 unit is the order by byte.
    names.sort();
    let values = '';
    for (const name of names)
        values += valueOf.get(name);
    return { names, values };
}
/** Whether the header, which has no escaping, can carry the decoded name. */
function isCarriableName(name) {
    // Printable ASCII without ",", ";" and "=".
    return typeof name === 'string' && /^[ -+\--:<>-~]*$/.test(name);
}
/** @throws {ExoSignerError} `ERR_QUERY_NAME_UNSUPPORTED` for a name that the header cannot carry. */
function assertCarriable(name) {
    if (isCarriableName(name))
        return;
    throw new ExoSignerError('ERR_QUERY_NAME_UNSUPPORTED', `The query name ${JSON.stringify(String(name))} cannot be signed. Expected printable ASCII without ";", "," and "=".`);
}
//# sourceMappingURL=query-args.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/unsupported-body.js
// The refusal of a body whose bytes are not known. Implements docs/signing.md section 2.3.

function unsupportedBody() {
    return new ExoSignerError('ERR_BODY_UNSUPPORTED', 'The body is a stream or an object. Expected text or bytes: read a stream to its end with `new Response(stream).arrayBuffer()`, serialize an object.');
}
//# sourceMappingURL=unsupported-body.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/utf8.js
// Text as UTF-8 bytes.
let encoder;
function utf8(text) {
    return getEncoder().encode(text);
}
/** Writes text as UTF-8, or bytes as they are, and says how many bytes that were. */
function writeUtf8(part, bytes) {
    if (typeof part === 'string')
        return getEncoder().encodeInto(part, bytes).written;
    // A view whose buffer was transferred is empty, and throws when it is read.
    if (part.length > 0)
        bytes.set(part);
    return part.length;
}
// Made at the first call, because an import must not fail where there is none.
function getEncoder() {
    encoder ??= new TextEncoder();
    return encoder;
}
//# sourceMappingURL=utf8.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/message-parts.js
// The message in three parts, so that a large body is not copied. Implements docs/signing.md section 2.








// RFC 9110 section 5.6.2, `token`.
const httpToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** @throws {ExoSignerError} The codes of `buildMessage`. */
function messageParts(request, expires) {
    assertExpires(expires);
    const url = parseUrl(request?.url);
    const { names, values } = selectQueryArgs(url);
    const head = `${toMethod(request.method)} ${url.pathname}\n`;
    const tail = `\n${values}\n\n${expires}`;
    const body = request.body ?? '';
    if (typeof body === 'string' || isUint8Array(body))
        return { head, body, tail, names, expires };
    throw unsupportedBody();
}
/** The whole message: text when the body is text, otherwise bytes. */
function joinParts(parts) {
    const { head, body, tail } = parts;
    if (typeof body === 'string')
        return head + body + tail;
    const bytes = new Uint8Array(sizeOf(parts));
    return bytes.slice(0, writeParts(parts, bytes));
}
/** At least the message's bytes: UTF-8 needs at most three for a UTF-16 unit. */
function sizeOf({ head, body, tail }) {
    return 3 * (head.length + body.length + tail.length);
}
/** Writes the message and says how many bytes it has. */
function writeParts({ head, body, tail }, bytes) {
    let length = 0;
    for (const part of [head, body, tail])
        length += writeUtf8(part, bytes.subarray(length));
    return length;
}
function toMethod(method) {
    if (typeof method === 'string' && httpToken.test(method))
        return method.toUpperCase();
    throw new ExoSignerError('ERR_METHOD_INVALID', 'The method is not an HTTP token. Expected a text such as "GET".');
}
//# sourceMappingURL=message-parts.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/read-body.js
// Turns a body that fetch takes into what is signed and sent. Implements docs/signing.md section 2.3.


/**
 * Bytes are copied, so that they cannot change between signing and sending. A Blob and a FormData of
 * any library are recognized by their methods.
 *
 * @throws {ExoSignerError} `ERR_BODY_UNSUPPORTED` for a stream or an unknown object.
 */
async function readBody(body) {
    // Stryker disable next-line ConditionalExpression: no caller hands in null.
    if (typeof body !== 'object' || body === null) {
        return { body: String(body), type: 'text/plain;charset=UTF-8' };
    }
    const content = await readObject(body).catch(() => undefined);
    if (content)
        return content;
    throw unsupportedBody();
}
async function readObject(body) {
    const bytes = copyBytes(body);
    if (bytes)
        return { body: bytes, type: '' };
    if ('getAll' in body) {
        if (!('sort' in body))
            return readForm(body);
        const type = 'application/x-www-form-urlencoded;charset=UTF-8';
        return { body: body.toString(), type };
    }
    // A Response has no size.
    if (!('size' in body))
        return undefined;
    const blob = body;
    return { body: new Uint8Array(await blob.arrayBuffer()), type: blob.type };
}
// Built again, since a FormData of another library is not one to the global Response.
async function readForm(form) {
    const own = new FormData();
    for (const [name, value] of form) {
        if (typeof value === 'string')
            own.append(name, value);
        else
            own.append(name, new Blob([await value.arrayBuffer()], { type: value.type }), value.name);
    }
    const encoded = new Response(own);
    const type = String(encoded.headers.get('content-type'));
    return { body: new Uint8Array(await encoded.arrayBuffer()), type };
}
//# sourceMappingURL=read-body.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/request-like.js
// Requests of any realm or library, recognized by their shape, and their members as an `init`.
// Getters of the prototype, which spreading leaves out. `duplex` is for streams alone.
const standardMembers = [
    'method',
    'headers',
    'redirect',
    'signal',
    'mode',
    'credentials',
    'cache',
    'referrer',
    'referrerPolicy',
    'integrity',
    'keepalive',
];
/** `instanceof` fails for a Request of another realm or library. A URL has no `url`. */
function isRequest(input) {
    return (typeof input === 'object' && input !== null && typeof Reflect.get(input, 'url') === 'string');
}
/** The members of a Request and an `init` but the body: own ones, standard or not, and the getters. */
function mergeInits(...sources) {
    const members = {};
    for (const given of sources) {
        const source = Object(given);
        for (const name of [...Reflect.ownKeys(source), ...standardMembers]) {
            const value = Reflect.get(source, name);
            // As with fetch, an undefined member of `init` leaves that of the Request.
            if (value !== undefined)
                members[name] = value;
        }
    }
    delete members['body'];
    return members;
}
//# sourceMappingURL=request-like.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/signing-fetch.js
// A fetch that signs what it sends: the URL, method and bytes that are signed are the ones passed on.





/** @param send Default the global `fetch`. */
function signingFetch(sign, send) {
    return async function fetchSigned(input, init) {
        const request = isRequest(input) ? input : undefined;
        const { href: url, username, password } = parseUrl(request?.url ?? input);
        if (username !== '' || password !== '') {
            throw new ExoSignerError('ERR_URL_INVALID', 'The URL holds a user name or a password, which fetch does not send. Leave them out.');
        }
        const members = mergeInits(request, init);
        const { method = 'GET' } = members;
        const content = await readContent(init?.body ?? undefined, request);
        const headers = toHeaders(members.headers, content?.type);
        headers['authorization'] = await sign({ method, url, body: content?.body ?? null });
        // `fetch` sends `patch` as it is written; the signed method and the sent one have to be the same.
        const upperCase = method.toUpperCase();
        const signed = {
            ...members,
            method: upperCase,
            headers,
            ...(content && { body: content.body }),
        };
        if (send)
            return (await send(url, signed));
        // The global `fetch` knows more of its own Request than can be read, a dispatcher for example.
        // Looked up at each call, so that a fetch replaced after the signer was made is used.
        return fetch(request instanceof Request ? request : url, signed);
    };
}
async function readContent(body, request) {
    if (body !== undefined)
        return readBody(body);
    if (!request || request.body === null)
        return undefined;
    if (request.bodyUsed) {
        throw new ExoSignerError('ERR_BODY_UNSUPPORTED', 'The Request was read already. Pass a new one, or a body in `init`.');
    }
    if (typeof request.clone !== 'function') {
        return request.body === undefined ? undefined : readBody(request.body);
    }
    const bytes = new Uint8Array(await request.clone().arrayBuffer());
    return request.body === undefined && bytes.length === 0 ? undefined : { body: bytes, type: '' };
}
// A plain record, which every fetch takes.
function toHeaders(init, type = '') {
    try {
        const headers = new Headers(init ?? undefined);
        if (type !== '' && !headers.has('content-type'))
            headers.set('content-type', type);
        return Object.fromEntries(headers);
    }
    catch {
        // Without the cause, which repeats the header's value.
        throw new ExoSignerError('ERR_HEADERS_INVALID', 'A header cannot be sent. Expected HTTP tokens and printable Latin-1; check for a line break.');
    }
}
//# sourceMappingURL=signing-fetch.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/scratch.js
// One buffer that is used again: to allocate 100 kB costs as much as to sign them.
const maxKept = 1_048_576;
let idle;
/** A buffer of at least `size` bytes. No one else has it until `returnBytes`. */
function borrowBytes(size) {
    const bytes = idle;
    idle = undefined;
    return bytes && bytes.length >= size ? bytes : new Uint8Array(size);
}
/** Takes a buffer back that holds nothing of a message any more. A very large one is dropped. */
function returnBytes(bytes) {
    if (bytes.length <= maxKept)
        idle = bytes;
}
//# sourceMappingURL=scratch.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/web-crypto.js
// HMAC-SHA256 on Web Crypto. Implements docs/signing.md section 3.



/** The secret as a key that can sign and cannot be read back. */
function importSecret(apiSecret) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    return crypto.subtle.importKey('raw', utf8(apiSecret), algorithm, false, ['sign']);
}
/** The message's signature in Base64. */
async function signParts(parts, key) {
    const bytes = borrowBytes(sizeOf(parts));
    const message = bytes.subarray(0, writeParts(parts, bytes));
    try {
        const signature = await crypto.subtle.sign('HMAC', key, message);
        return btoa(String.fromCharCode(...new Uint8Array(signature)));
    }
    finally {
        message.fill(0);
        returnBytes(bytes);
    }
}
//# sourceMappingURL=web-crypto.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/write-authorization.js
// Writes the Authorization header's value from checked parts. Implements docs/signing.md section 4.1.
/** The header's value. Nothing is checked: the parts come from `messageParts` and an HMAC. */
function writeAuthorization({ apiKey, signed, signature }) {
    const { names, expires } = signed;
    const list = names.length > 0 ? `,signed-query-args=${names.join(';')}` : '';
    return `EXO2-HMAC-SHA256 credential=${apiKey}${list},expires=${expires},signature=${signature}`;
}
//# sourceMappingURL=write-authorization.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/create-signer.js
// A signer that imports its key once, and a fetch that signs.







/**
 * A signer for many requests with one key, imported once as a non-extractable `CryptoKey`.
 *
 * @example
 *   import { createSigner } from '@x/exo-signer';
 *
 *   const signer = createSigner({ apiKey, apiSecret });
 *   const response = await signer.fetch('https://api-ch-gva-2.exoscale.com/v2/instance');
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`.
 */
function createSigner(credentials, options) {
    const { apiKey, apiSecret } = checkCredentials(credentials);
    let imported;
    async function sign(request, overrides) {
        const parts = messageParts(request, resolveExpires(overrides, options));
        imported ??= importSecret(apiSecret);
        const signature = await signParts(parts, await imported);
        return writeAuthorization({ apiKey, signed: parts, signature });
    }
    return { sign, fetch: signingFetch(sign, options?.fetch) };
}
//# sourceMappingURL=create-signer.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/key-signer.js
// The signer for one key, with the errors of this package.


/** @throws {ExoIamError} `ERR_CREDENTIALS_MISSING`, `ERR_CREDENTIALS_INVALID`; no value is repeated. */
function createKeySigner(credentials, now) {
    const { apiKey, apiSecret } = Object(credentials);
    if (!apiKey || !apiSecret) {
        throw new dist_errors/* ExoIamError */.U('ERR_CREDENTIALS_MISSING', `The API ${apiKey ? 'secret' : 'key'} is missing. Expected both members of an Exoscale API key; check that the variables or secrets they come from are set.`, { field: apiKey ? 'api-secret' : 'api-key' });
    }
    try {
        return createSigner(credentials, { now });
    }
    catch (cause) {
        throw new dist_errors/* ExoIamError */.U('ERR_CREDENTIALS_INVALID', 'The API key cannot be sent. Expected printable ASCII such as "EXO…"; check for a line break at its end.', { field: 'api-key', cause });
    }
}
//# sourceMappingURL=key-signer.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/sleep.js
// Waiting, as an argument of everything that waits. Web-standard, so that the client runs in browsers.
/** Waits by a timer. */
const sleep_sleep = (ms, signal) => new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
    };
    const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
});
//# sourceMappingURL=sleep.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/client/clean-text.js
var clean_text = __webpack_require__(565);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/answer-error.js
// Turns a failed response into a coded error. Only the text tells one 403 from another.


// Requests are signed for 600 s (docs/signing.md section 5). A smaller difference between the clocks does
// not explain a refused signature.
const toleratedSkewMs = 590_000;
/** The error for an answer outside 2xx. */
function answerError(answer) {
    const { operation, status, now } = answer;
    const body = objectOf(answer.text);
    const said = messageOf(answer.text, body);
    const skewMs = answer.date === null ? 0 : Date.parse(answer.date) - now;
    const { code, advice, serviceClass } = status === 404 && !body ? notTheApi : diagnose(answer, { said, skewMs });
    return new dist_errors/* ExoIamError */.U(code, `${operation} returned ${status}: ${said}. ${advice}`, {
        status,
        operation,
        uncertain: status >= 500 || code === 'ERR_ANSWER_UNREADABLE',
        ...(serviceClass !== undefined && { serviceClass }),
    });
}
function diagnose({ operation, status }, { said, skewMs }) {
    if (status === 401 || status === 403)
        return diagnoseRefusal(said, skewMs);
    if (status === 404)
        return { code: 'ERR_NOT_FOUND', advice: adviceOnMissing(operation) };
    if (status === 409)
        return { code: 'ERR_CONFLICT', advice: inUse };
    if (status === 429)
        return { code: 'ERR_RATE_LIMITED', advice: 'Try again later.' };
    if (status >= 500)
        return { code: 'ERR_SERVER', advice: 'The API has a problem; try again later.' };
    if (status >= 400)
        return { code: 'ERR_REQUEST_REFUSED', advice: 'Change the request.' };
    return notTheApi;
}
const inUse = 'Something else is using it; remove that first, or try again later.';
function adviceOnMissing(operation) {
    if (operation.startsWith('list-'))
        return 'Expected a list; check the endpoint.';
    if (/^(?:get|delete|revoke|update|reset)-/.test(operation))
        return 'It may already be gone.';
    return 'What the request names does not exist, or this endpoint does not know the operation; check both.';
}
// A 404 of the API is a JSON object. Any other 404, such as a page, a line of text or an empty body, comes
// from a load balancer or a proxy and does not mean that the item is gone.
const notTheApi = {
    code: 'ERR_ANSWER_UNREADABLE',
    advice: 'Expected an Exoscale API; check the endpoint.',
};
function isMarkup(text) {
    return /^\s*</.test(text);
}
function diagnoseRefusal(said, skewMs) {
    const denied = /Forbidden by (?:role|organization) policy for ([\w-]+)/i.exec(said);
    if (denied?.[1] !== undefined) {
        const [, serviceClass] = denied;
        const advice = `The key is valid, but its policy does not allow this in class ${serviceClass}; extend the policy of its role.`;
        return { code: 'ERR_POLICY_DENIED', advice, serviceClass };
    }
    if (/not in organization/i.test(said)) {
        return {
            code: 'ERR_NOT_IN_ORGANIZATION',
            advice: 'It is already gone, or belongs to another organization; check which one the key is of.',
        };
    }
    if (Math.abs(skewMs) > toleratedSkewMs) {
        const minutes = Math.round(Math.abs(skewMs) / 60_000);
        const advice = `This machine's clock is ${minutes} minutes ${skewMs > 0 ? 'behind' : 'ahead of'} the server's, so its signatures are outside their period of validity; correct the clock.`;
        return { code: 'ERR_CLOCK_SKEW', advice };
    }
    if (/signature/i.test(said)) {
        const advice = 'Expected a key that exists and the secret that belongs to it; check both, and remove any line break at the end.';
        return { code: 'ERR_SIGNATURE_REFUSED', advice };
    }
    return { code: 'ERR_FORBIDDEN', advice: 'Check that the key exists and what its role allows.' };
}
/**
 * What the API said, from `message`, `error`, `detail`, `title` and `errors` (RFC 9457), or the text
 * itself if it is short and not markup.
 */
function messageOf(text, body) {
    const parts = body ? partsOf(body) : [];
    const said = parts.join('; ') || (isMarkup(text) ? 'an HTML page' : text.trim());
    return (0,clean_text/* cleanText */.X)(said) || 'nothing';
}
function partsOf(body) {
    const main = [body['message'], body['error'], body['detail'], body['title']].find(isText);
    const errors = Array.isArray(body['errors']) ? body['errors'] : [];
    const details = errors.map((each) => (isObject(each) ? each['detail'] : each));
    return [main, ...details].filter(isText);
}
function objectOf(text) {
    try {
        const body = JSON.parse(text);
        return isObject(body) && !Array.isArray(body) ? body : undefined;
    }
    catch {
        return undefined;
    }
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
//# sourceMappingURL=answer-error.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/connection-failure.js
// The error for an attempt that got no complete answer, and whether it can have been carried out.

function connectionFailure(noAnswer) {
    const { operation, url, cause, limitMs, answered = false } = noAnswer;
    if (limitMs !== undefined) {
        const message = `${url.host} did not respond to ${operation} within ${limitMs / 1000} s. Check the network and any proxy, or try again later.`;
        const error = new dist_errors/* ExoIamError */.U('ERR_TIMEOUT', message, { operation, cause, uncertain: true });
        return { error, failure: {} };
    }
    const errors = systemErrors(cause);
    const { said, advice, ...failure } = answered ? brokenOff : connection_failure_diagnose(errors);
    const message = `${operation} ${said} ${url.host}${codeOf(errors)}. ${advice}`;
    const uncertain = !failure.notSent;
    const error = new dist_errors/* ExoIamError */.U('ERR_UNREACHABLE', message, { operation, cause, uncertain });
    return { error, failure };
}
const checkNetwork = 'Check the endpoint, the network and any proxy (https_proxy, no_proxy).';
const unsent = { said: 'could not be sent to', notSent: true };
const brokenOff = {
    said: 'got an incomplete or unreadable response from',
    advice: checkNetwork,
};
const certificate = /CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF/;
const neverSent = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
];
// Also what ends an established connection.
const neverSentOnConnect = ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'];
function connection_failure_diagnose(errors) {
    if (errors.some(({ code }) => certificate.test(code))) {
        const advice = 'The certificate is not trusted here. Expected one from a known certificate authority; to trust another authority, set NODE_EXTRA_CA_CERTS to its file.';
        return { ...unsent, permanent: true, advice };
    }
    const proxyStatus = errors.map(proxyStatusOf).find((status) => status !== undefined);
    if (proxyStatus !== undefined) {
        const advice = `The proxy refused to connect with status ${proxyStatus}. Check https_proxy, no_proxy and what the proxy allows.`;
        return { ...unsent, permanent: proxyStatus < 500, advice };
    }
    if (errors.some(({ message }) => message === 'bad port')) {
        return { ...unsent, permanent: true, advice: 'fetch blocks this port; choose another one.' };
    }
    const coded = errors.filter(({ code }) => code !== '');
    if (coded.length > 0 && coded.every(isBeforeSending)) {
        return { ...unsent, advice: checkNetwork };
    }
    if (coded.some(({ code }) => /^HPE_|^UND_ERR_HEADERS_OVERFLOW$/.test(code))) {
        return brokenOff;
    }
    return { said: 'got no response from', advice: checkNetwork };
}
function isBeforeSending({ code, syscall }) {
    return neverSent.includes(code) || (syscall === 'connect' && neverSentOnConnect.includes(code));
}
// The proxy's status is in the message alone.
function proxyStatusOf({ message }) {
    const status = /^Proxy response \((\d{3})\)/.exec(message)?.[1];
    return status === undefined ? undefined : Number(status);
}
// fetch wraps the system's error, and Node gathers those of several addresses in one more.
function systemErrors(error) {
    if (!(error instanceof Error))
        return [];
    if (error instanceof AggregateError && error.errors.length > 0) {
        return error.errors.flatMap(systemErrors);
    }
    const { code, syscall, message } = error;
    const own = { code: textOf(code), syscall: textOf(syscall), message };
    return [own, ...systemErrors(error.cause)];
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function codeOf(errors) {
    const code = errors.map((each) => each.code).find((each) => each !== '');
    return code === undefined ? '' : ` (${code})`;
}
//# sourceMappingURL=connection-failure.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/signature.js
// The form of a signature. Implements docs/signing.md section 3.
/** Whether it is 32 bytes in standard Base64 with padding. */
function isSignature(text) {
    return typeof text === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(text);
}
//# sourceMappingURL=signature.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/parse-authorization.js
// Reads an Authorization header's value. Implements docs/signing.md section 4.3.





const start = 'EXO2-HMAC-SHA256 credential=';
// Read from the end, because a key may hold a comma: what precedes the known pairs is the key. One
// expression for the whole header takes time that grows with the square of its length.
const end = /,expires=(-?\d+),signature=([^,]+)$/;
/**
 * The parts of an `Authorization` header. The inverse of `formatAuthorization`. Pure. It verifies
 * nothing.
 *
 * @throws {ExoSignerError} `ERR_AUTHORIZATION_MALFORMED`; the header's text is not repeated.
 */
function parseAuthorization(header) {
    const text = typeof header === 'string' ? header : '';
    // Stryker disable next-line ArrayDeclaration: the first member is not read.
    const [pairs = '', seconds, signature = ''] = end.exec(text) ?? [];
    const head = text.slice(start.length, text.length - pairs.length);
    const [apiKey = '', names, more] = head.split(',signed-query-args=');
    const expires = Number(seconds);
    const signedQueryArgs = names?.split(';') ?? [];
    if (!text.startsWith(start) ||
        more !== undefined ||
        !isSignature(signature) ||
        !isCarriableKey(apiKey) ||
        !signedQueryArgs.every(isCarriableName) ||
        !Number.isSafeInteger(expires)) {
        throw new ExoSignerError('ERR_AUTHORIZATION_MALFORMED', `The Authorization header is malformed. Expected "${start}<key>[,signed-query-args=<names>],expires=<seconds>,signature=<base64>".`);
    }
    return { apiKey, signedQueryArgs, expires, signature };
}
//# sourceMappingURL=parse-authorization.js.map
;// CONCATENATED MODULE: ../../packages/exo-signer/dist/build-message.js
// Builds the message to sign. Implements docs/signing.md section 2.


/**
 * The message that is signed for a request, and the names of the query arguments that it covers. Pure.
 * It needs no key, so use it to find out why a signature does not match.
 *
 * @example
 *   import { buildMessage } from '@x/exo-signer';
 *
 *   buildMessage({ method: 'GET', url: 'https://api-ch-gva-2.exoscale.com/v2/zone' }, 1599140767);
 *   // { message: 'GET /v2/zone\n\n\n\n1599140767', signedQueryArgs: [] }
 *
 * @param expires When the signature ends, in UNIX seconds.
 * @throws {ExoSignerError} `ERR_METHOD_INVALID`, `ERR_URL_INVALID`, `ERR_BODY_UNSUPPORTED`,
 *   `ERR_QUERY_NAME_UNSUPPORTED`, `ERR_EXPIRES_INVALID`.
 */
function buildMessage(request, expires) {
    const parts = messageParts(request, expires);
    return { message: joinParts(parts), signedQueryArgs: parts.names };
}
//# sourceMappingURL=build-message.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/describe-message.js
// The message that was signed, for those who look for a reason why a signature does not match.

/**
 * The signed message (docs/signing.md section 2) with the size of the body in its place, since a body can
 * hold what does not belong into a log.
 */
function describeMessage(request, authorization) {
    const { expires } = parseAuthorization(authorization);
    const { length } = request.body ?? '';
    const body = length > 0 ? `<body of ${length} characters>` : null;
    // Text, because the body is.
    return buildMessage({ ...request, body }, expires).message;
}
//# sourceMappingURL=describe-message.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/prepare-request.js



/** @throws {ExoIamError} `ERR_REQUEST_INVALID` for what cannot be written, signed or put into a header. */
async function prepareRequest({ operation, method, url, body, signed }, { signer, userAgent }) {
    try {
        const content = body === undefined ? undefined : JSON.stringify(body);
        const headers = new Headers({ accept: 'application/json', 'user-agent': userAgent });
        if (content !== undefined)
            headers.set('content-type', 'application/json');
        if (!signed)
            return { headers, content, signedMessage: undefined };
        const signable = { method, url, body: content ?? null };
        const authorization = await signer.sign(signable);
        headers.set('authorization', authorization);
        return { headers, content, signedMessage: describeMessage(signable, authorization) };
    }
    catch (cause) {
        const why = (0,clean_text/* cleanText */.X)(String(cause));
        throw new dist_errors/* ExoIamError */.U('ERR_REQUEST_INVALID', `${operation} was not sent, its request cannot be made (${why}). Expected a body that JSON can hold, and names in the query without ; , = and characters outside ASCII.`, { operation, cause });
    }
}
//# sourceMappingURL=prepare-request.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/read-body.js
// Reads the body of a response, up to a size limit that applies after decompression.
const mebibyte = 2 ** 20;
/** The maximum size of a response of this operation, in bytes. */
function bodyLimit(operation) {
    return (operation.startsWith('list-') ? 64 : 8) * mebibyte;
}
/** The body's text, or undefined when it is longer than the limit. */
async function read_body_readBody(response, limit) {
    if (response.body === null)
        return '';
    const decoder = new TextDecoder();
    const parts = [];
    let size = 0;
    for await (const chunk of response.body) {
        size += chunk.byteLength;
        // Leaving the loop cancels the body, and with it the connection.
        if (size > limit)
            return undefined;
        parts.push(decoder.decode(chunk, { stream: true }));
    }
    return parts.join('') + decoder.decode();
}
//# sourceMappingURL=read-body.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/redirect-error.js
// The error for a redirect. A signed request is never sent to another host.

const statuses = [301, 302, 303, 307, 308];
/** The error, or undefined for an answer that is not a redirect. Certain, but for a 303 after a change. */
function redirectError(redirect) {
    const { operation, method, url, response } = redirect;
    const { status, headers } = response;
    if (!statuses.includes(status))
        return undefined;
    const place = headers.get('location') ?? '';
    const host = place && URL.canParse(place, url) ? new URL(place, url).host : '';
    return new dist_errors/* ExoIamError */.U('ERR_ANSWER_UNREADABLE', `${operation} returned a redirect (${status}) to ${host || 'nowhere'}, which is not followed. Expected an Exoscale API; check the endpoint and any proxy in between.`, 
    // A 303 says: done, and the result is there.
    { operation, status, uncertain: status === 303 && method !== 'GET' });
}
//# sourceMappingURL=redirect-error.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/retry.js
// When a request is sent again, and after how long. How often depends on the time that is left.
const transientStatuses = [408, 429, 500, 502, 503, 504];
/**
 * Whether to try again. A method that is not idempotent is repeated only when the first request
 * certainly had no effect: a second `POST /api-key` would make a second key.
 */
function isRetryable({ status, notSent = false, permanent = false }, { idempotent }) {
    if (permanent)
        return false;
    if (idempotent)
        return status === undefined || transientStatuses.includes(status);
    return status === 429 || notSent;
}
// Doubled at each attempt, up to the maximum.
const baseDelayMs = 200;
const maxDelayMs = 5000;
/**
 * How long to wait before the next attempt, in milliseconds: exponential with full jitter, or what
 * `Retry-After` says (RFC 9110 section 10.2.3, seconds or a date) if that is longer.
 *
 * @param attempt Counted from 0.
 * @param clock `now` in milliseconds and a `random` number in [0, 1).
 */
function retryDelayMs(failure, attempt, clock) {
    const asked = failure.retryAfter ? parseRetryAfter(failure.retryAfter, clock.now) : 0;
    return Math.max(asked, clock.random * Math.min(maxDelayMs, baseDelayMs * 2 ** attempt));
}
function parseRetryAfter(value, now) {
    const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
    return Number.isNaN(ms) ? 0 : ms;
}
//# sourceMappingURL=retry.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/transport.js









// RFC 9110, section 9.2.2, of those that the API uses.
const idempotentMethods = ['GET', 'PUT', 'DELETE'];
/** A transport for one key. */
function createTransport(options) {
    const { signer, fetch = globalThis.fetch, now = Date.now, sleep = sleep_sleep, random = Math.random, elapsed, 
    // Longer than Node takes to give up a connection, which is certainly not carried out.
    requestTimeoutMs = 15_000, deadlineMs = 60_000, userAgent = '@x/exo-iam', onExchange, onClock, } = options;
    return async function send(request) {
        const idempotent = idempotentMethods.includes(request.method);
        const budget = options.budget ?? createBudget(deadlineMs, elapsed);
        for (let attempt = 0;; attempt += 1) {
            const outcome = await attemptOnce(request, { attempt, budget });
            if ('value' in outcome)
                return outcome.value;
            const { error, failure } = outcome;
            if (!isRetryable(failure, { idempotent }))
                throw error;
            const delayMs = retryDelayMs(failure, attempt, { now: now(), random: random() });
            const { maxAttempts = Infinity } = budget;
            if (attempt + 1 >= maxAttempts || delayMs >= budget.leftMs())
                throw error;
            await sleep(delayMs, request.signal);
        }
    };
    async function attemptOnce(request, { attempt, budget }) {
        const { operation, method, url } = request;
        request.signal?.throwIfAborted();
        // Signed anew at each attempt, so that a retry is never refused for its age.
        const prepared = await prepareRequest(request, { signer, userAgent });
        const { headers, content, signedMessage } = prepared;
        const startedAt = elapsed();
        const report = (status) => {
            const durationMs = Math.round(elapsed() - startedAt);
            const told = { operation, method, url: url.href, attempt: attempt + 1, status };
            onExchange?.({ ...told, durationMs, signedMessage });
        };
        // Whole milliseconds, which is all that a timer takes.
        const limitMs = Math.max(1, Math.ceil(Math.min(requestTimeoutMs, budget.leftMs())));
        const timeout = AbortSignal.timeout(limitMs);
        let response;
        let text;
        try {
            response = await fetch(url, {
                method,
                headers,
                redirect: 'manual',
                signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
                ...(content !== undefined && { body: content }),
            });
            text = await read_body_readBody(response, bodyLimit(operation));
        }
        catch (cause) {
            report(response?.status);
            request.signal?.throwIfAborted();
            const answered = response !== undefined;
            const limit = timeout.aborted ? { limitMs } : {};
            return connectionFailure({ operation, url, cause, answered, ...limit });
        }
        const { status } = response;
        report(status);
        const date = response.headers.get('date');
        const aheadMs = now() - Date.parse(date ?? '');
        if (!Number.isNaN(aheadMs))
            onClock?.(aheadMs);
        if (text === undefined)
            return tooLong(operation, status);
        const redirect = redirectError({ operation, method, url, response });
        if (redirect)
            return { error: redirect, failure: { status, permanent: true } };
        if (response.ok)
            return readSuccess(operation, status, text);
        const error = answerError({ operation, status, text, date, now: now() });
        return { error, failure: { status, retryAfter: response.headers.get('retry-after') } };
    }
}
function readSuccess(operation, status, text) {
    try {
        return { value: text === '' ? undefined : JSON.parse(text) };
    }
    catch {
        const what = /^\s*</.test(text) ? 'HTML' : 'something that is not JSON';
        const message = `${operation} returned ${what}. Expected the JSON of an Exoscale API; check the endpoint and any proxy in between.`;
        // The request may have been carried out, whatever the answer is: nothing to retry.
        const facts = { operation, status, uncertain: true };
        const error = new dist_errors/* ExoIamError */.U('ERR_ANSWER_UNREADABLE', message, facts);
        return { error, failure: { status } };
    }
}
function tooLong(operation, status) {
    const message = `${operation} returned more than ${bodyLimit(operation) / 2 ** 20} MiB. Expected the JSON of an Exoscale API; check the endpoint and any proxy in between.`;
    const facts = { operation, status, uncertain: true };
    const error = new dist_errors/* ExoIamError */.U('ERR_ANSWER_UNREADABLE', message, facts);
    return { error, failure: { status, permanent: true } };
}
//# sourceMappingURL=transport.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/create-client.js
// The typed client: one key, one endpoint, every operation of the catalogue.








/**
 * A client for one key.
 *
 * @example
 *   const client = createClient({ credentials: { apiKey, apiSecret }, zone: 'ch-gva-2' });
 *   const { instances } = await client.request<{ instances: unknown[] }>('list-instances');
 *
 * @throws {ExoIamError} `ERR_CREDENTIALS_MISSING`, `ERR_CREDENTIALS_INVALID`, `ERR_ENDPOINT_INVALID`,
 *   `ERR_ZONE_INVALID`.
 */
function createClient(options) {
    const signer = options.signer ?? createKeySigner(options.credentials, options.now ?? Date.now);
    const elapsed = options.elapsed ?? (() => performance.now());
    let aheadMs = 0;
    const onClock = (ms) => {
        aheadMs = ms;
        options.onClock?.(ms);
    };
    const clientAt = (endpoint, budget) => {
        const send = createTransport({ ...options, signer, elapsed, budget, onClock });
        return {
            endpoint,
            elapsed,
            clockAheadMs: () => aheadMs,
            within: (budgetMs, limits) => clientAt(endpoint, createBudget(budgetMs, elapsed, limits)),
            now: options.now ?? Date.now,
            sleep: options.sleep ?? sleep_sleep,
            at: (other) => clientAt((0,client_endpoint/* resolveEndpoint */.sO)({ endpoint: other, allowAnyHost: options.allowAnyHost }), budget),
            async request(operation, request = {}) {
                const { name, method, path } = typeof operation === 'object' && operation ? operation : find(operation);
                const url = new URL(endpoint.href + fillPath(name, path, request.path ?? {}));
                for (const [key, value] of Object.entries(request.query ?? {})) {
                    url.searchParams.append(key, value);
                }
                const { body, signal } = request;
                // Signed, `GET /zone` would be refused to a key whose policy does not list it.
                const signed = name !== 'list-zones';
                return (await send({ operation: name, method, url, body, signed, signal }));
            },
        };
    };
    return clientAt((0,client_endpoint/* resolveEndpoint */.sO)(options), options.budget);
}
const operationNames = operations/* operations */.z.map(({ name }) => name);
function find(given) {
    const name = String(given);
    const operation = (0,find_operation/* findOperation */.L)(name);
    if (operation)
        return operation;
    throw new dist_errors/* ExoIamError */.U('ERR_OPERATION_UNKNOWN', `The operation ${JSON.stringify(name)} does not exist${(0,nearest_names/* didYouMean */.a)(name, operationNames)}. Expected a name from the catalogue in @x/exo-operations.`, { field: 'operation' });
}
function fillPath(name, path, values) {
    return path.replace(/\{([^}]+)\}/g, (_, key) => {
        const value = values[key];
        // An empty value would address the collection instead of the item, and dots another one.
        if (value && !/^\.{1,2}$/.test(value))
            return encodeURIComponent(value);
        throw new dist_errors/* ExoIamError */.U('ERR_PARAMETER_MISSING', `${name} needs a value for "${key}" other than dots. Expected an id or a name in \`path\`.`, {
            operation: name,
            field: key,
        });
    });
}
//# sourceMappingURL=create-client.js.map
;// CONCATENATED MODULE: ../../packages/action-kit/dist/job-client.js
// The API client of an action, which tells the debug log what it does.

/** A client whose requests show up in the debug log, without headers, bodies and signatures. */
function createJobClient({ core }, connection) {
    const { apiKey, apiSecret, zone, endpoint, fromVariables = false } = connection;
    const client = createClient({
        credentials: { apiKey, apiSecret },
        ...(zone !== undefined && { zone }),
        ...(endpoint !== undefined && { endpoint }),
        onExchange: (exchange) => core.debug(describe(exchange)),
    });
    return fromVariables ? withSourceInDenials(client) : client;
}
function describe(exchange) {
    const { operation, method, url, attempt, status, durationMs, signedMessage } = exchange;
    const outcome = `${status ?? 'no answer'} in ${durationMs} ms, attempt ${attempt}`;
    const signed = signedMessage === undefined ? 'sent unsigned' : `signed ${JSON.stringify(signedMessage)}`;
    return `${operation}: ${method} ${url} -> ${outcome}; ${signed}`;
}
// The usual advice, to extend the policy of the key's role, would make an administrator of a minted key
// that an earlier step exported.
function withSourceInDenials(client) {
    return {
        ...client,
        at: (endpoint) => withSourceInDenials(client.at(endpoint)),
        within: (...budget) => withSourceInDenials(client.within(...budget)),
        async request(...call) {
            try {
                return await client.request(...call);
            }
            catch (cause) {
                if (!(0,dist_errors/* hasCode */.u)(cause, 'ERR_POLICY_DENIED'))
                    throw cause;
                const { code, status, operation, serviceClass } = cause;
                throw new dist_errors/* ExoIamError */.U(code, `${operation} was refused in class ${serviceClass} for the key of the variable EXOSCALE_API_KEY. An earlier step of this job, such as a mint, may have set it to a restricted key. Pass the parent key as the inputs api-key and api-secret.`, { status, operation, serviceClass, cause });
            }
        },
    };
}

// EXTERNAL MODULE: ../../packages/action-kit/dist/use-proxy.js
var use_proxy = __webpack_require__(253);
;// CONCATENATED MODULE: ../../packages/action-kit/dist/post-client.js



/**
 * A client that checks certificates and honors the proxy. Where it cannot, every request of it fails with
 * the reason: so a variable that is wrong is one more way for a revocation to fail, and is reported as such.
 */
function createPostClient(step, connection) {
    const client = createJobClient(step, connection);
    try {
        preparePost(step);
        return client;
    }
    catch (reason) {
        const failing = {
            ...client,
            request: () => Promise.reject(reason),
            at: () => failing,
            within: () => failing,
        };
        return failing;
    }
}
/**
 * Makes `fetch` check certificates and honor the proxy, whatever variables earlier steps have set.
 *
 * @throws {ActionError} `ERR_PROXY_INVALID`.
 */
function preparePost(step) {
    (0,certificate_checks/* verifyTlsAgain */.t)(step);
    (0,use_proxy/* useProxy */.C)(step);
}


/***/ }),

/***/ 875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ runStep)
});

// EXTERNAL MODULE: ../../packages/exo-iam/dist/errors.js
var errors = __webpack_require__(491);
// EXTERNAL MODULE: ../../packages/action-kit/dist/certificate-checks.js
var certificate_checks = __webpack_require__(272);
// EXTERNAL MODULE: ../../packages/action-kit/dist/message-of.js
var message_of = __webpack_require__(784);
// EXTERNAL MODULE: ../../packages/action-kit/dist/plain-lines.js
var plain_lines = __webpack_require__(5);
// EXTERNAL MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=9efa1bb265cdbc1fe03be4d8828f1af03beb04eb3c4f73267b6868cb6006e51e/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(935);
// EXTERNAL MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=9efa1bb265cdbc1fe03be4d8828f1af03beb04eb3c4f73267b6868cb6006e51e/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(187);
;// CONCATENATED MODULE: ../../packages/action-kit/dist/toolkit.js

const toolkit = {
    debug: core/* debug */.Yz,
    error: core/* error */.z3,
    exportVariable: core/* exportVariable */.dN,
    getInput: core/* getInput */.V4,
    getState: core/* getState */.Gu,
    info: core/* info */.pq,
    isDebug: core/* isDebug */._o,
    notice: core/* notice */.lm,
    saveState: core/* saveState */.LZ,
    setOutput: core/* setOutput */.uH,
    setSecret: core/* setSecret */.Pq,
    summary: summary/* summary */.z,
    warning: core/* warning */.$e,
};

// EXTERNAL MODULE: ../../packages/action-kit/dist/use-proxy.js
var use_proxy = __webpack_require__(253);
;// CONCATENATED MODULE: ../../packages/action-kit/dist/run-step.js
// Runs an action's entry: a failure becomes one annotation and exit code 1, a signal an abort.






/**
 * Runs `main` or `post` of an action.
 *
 * @param title Heads the annotation when the step fails.
 */
async function runStep(title, run, { phase = 'main' } = {}) {
    const controller = new AbortController();
    const abort = (name) => {
        // A handler that stays keeps a second signal from killing the step while it undoes or revokes.
        if (controller.signal.aborted)
            return;
        const message = `The job was cancelled (${name}) before this step had finished. If you still need its work, run the job again.`;
        controller.abort(new Error(message));
    };
    for (const name of signals)
        process.on(name, abort);
    try {
        const step = { core: toolkit, env: process.env, signal: controller.signal };
        if (phase === 'main') {
            (0,certificate_checks/* refuseUnverifiedTls */.r)(step);
            (0,use_proxy/* useProxy */.C)(step);
        }
        await run(step);
    }
    catch (error) {
        process.exitCode = 1;
        toolkit.error(readable((0,message_of/* messageOf */.b)(error)), { title: titleOf(error) ?? title });
        if (toolkit.isDebug())
            debugStacks(error);
    }
    finally {
        for (const name of signals)
            process.off(name, abort);
    }
}
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// GitHub shows an annotation in a small box, and cuts it off at 4 KiB without a word.
const maxAnnotationLength = 1500;
function readable(message) {
    const line = (0,plain_lines/* plain */.pj)(message);
    return line.length > maxAnnotationLength ? `${line.slice(0, maxAnnotationLength)} …` : line;
}
// What was left behind is not said under a title that denies it.
function titleOf(error) {
    return (0,errors/* hasCode */.u)(error, 'ERR_LEFT_BEHIND') ? 'An Exoscale key may be left behind' : undefined;
}
// Only when asked for: the runner hides debug commands, other readers of the output may not.
function debugStacks(error) {
    for (let each = error; each instanceof Error; each = each.cause)
        toolkit.debug(each.stack ?? '');
}


/***/ }),

/***/ 29:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ tryReport)
/* harmony export */ });
/* harmony import */ var _message_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(784);
/* harmony import */ var _plain_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5);
// Reports after the work is done: what fails here does not change what happened.


/** Runs a report. A failure is a warning that names it, and never throws. */
async function tryReport({ core }, report) {
    try {
        await report();
    }
    catch (error) {
        core.warning((0,_plain_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(`The step did its work, but could not report all of it: ${(0,_message_of_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}`), {
            title: 'The report is not complete',
        });
    }
}


/***/ }),

/***/ 253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ useProxy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(728);
// Sends requests through the proxy that https_proxy and no_proxy name, and never those to this machine.

const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
const forEverything = ['all_proxy', 'ALL_PROXY'];
// A proxy would see signatures and the minted secret of a plain `http:` endpoint on this machine.
const thisMachine = 'localhost,127.0.0.1,::1,[::1]';
/**
 * Makes `fetch` honor `https_proxy`, `http_proxy` and `no_proxy`, in either case. Node does so only when
 * told. A Node that cannot be told goes past the proxy, and the warning says so.
 *
 * @throws {ActionError} `ERR_PROXY_INVALID` for a value that is not a URL. It is not quoted.
 */
function useProxy({ core, env }, loadSupport = () => process.getBuiltinModule('node:http')) {
    const named = variables.filter((name) => env[name]);
    const title = 'The proxy is not used';
    if (named.length === 0) {
        const ignored = forEverything.filter((name) => env[name]);
        if (ignored.length > 0) {
            core.warning(`${ignored.join(' and ')} is set and has no effect: Node does not read it, so requests go past that proxy. Set https_proxy instead.`, { title });
        }
        return;
    }
    refuseBrokenValues(named, env);
    // Loaded only here, since most runners have no proxy.
    const { setGlobalProxyFromEnv } = loadSupport();
    if (setGlobalProxyFromEnv) {
        const direct = [env['no_proxy'] ?? env['NO_PROXY'], thisMachine].filter(Boolean).join(',');
        try {
            setGlobalProxyFromEnv({ ...env, no_proxy: direct, NO_PROXY: direct });
        }
        catch {
            // Node quotes the value, which may hold a password, so its error is not even a cause.
            throw invalid(named);
        }
        return;
    }
    if (env['NODE_USE_ENV_PROXY'] === '1')
        return;
    core.warning(`${named.join(' and ')} is set, and the Node of this runner (${process.version}) cannot be told to use it, so requests go past the proxy. Update the runner to one with Node 24.14 or newer.`, { title });
}
// Node reads these by itself where NODE_USE_ENV_PROXY is 1, and then prints a value that it cannot parse and
// ends, in `post` too. So `main` refuses such a value while nothing is minted yet.
function refuseBrokenValues(named, env) {
    const broken = named.filter((name) => !isProxyUrl(env[name] ?? ''));
    if (broken.length > 0)
        throw invalid(broken);
}
function isProxyUrl(value) {
    return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
function invalid(named) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l('ERR_PROXY_INVALID', `${named.join(' and ')} cannot be used as a proxy. Expected a URL such as http://proxy.example.com:3128, with the scheme, and with %2F for a slash in a password; the value is not shown here because it may hold a password.`);
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var _message_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(784);
// Writes to the job summary, which is worth having and not worth a failed job.

async function writeSummary({ core }, markdown) {
    try {
        await core.summary.addRaw(markdown, true).write();
    }
    catch (error) {
        core.info(`The job summary could not be written: ${(0,_message_of_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error)}`);
    }
}


/***/ }),

/***/ 565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ cleanText)
/* harmony export */ });
// Makes text from the API safe for a message.
const maxLength = 300;
/** One line of at most 300 characters. A control character could write a command into a log. */
function cleanText(text) {
    return text
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .replace(/[.\s]+$/, '')
        .slice(0, maxLength);
}
//# sourceMappingURL=clean-text.js.map

/***/ }),

/***/ 651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   sO: () => (/* binding */ resolveEndpoint)
/* harmony export */ });
/* unused harmony export isZoneName */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(491);
// Where the API is: from a zone, or from an endpoint that the caller names.

const defaultZone = 'ch-gva-2';
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Whether a text has the form of a zone's name, such as `ch-gva-2`. The list of zones grows, so it is not checked. */
function isZoneName(text) {
    return /^[a-z]{2}-[a-z]{2,5}-\d{1,2}$/.test(text);
}
/** Whether a URL is on this machine. */
function isLoopback({ hostname }) {
    return loopback.test(hostname);
}
/**
 * The API's base URL, without a slash at its end.
 *
 * @throws {ExoIamError} `ERR_ZONE_INVALID`, `ERR_ENDPOINT_INVALID`. Hosts outside exoscale.com are refused
 *   unless allowed, and plain `http:` except to this machine: anyone who answers, or can change the request
 *   on its way, decides what is created.
 */
function resolveEndpoint(options = {}) {
    const { zone = defaultZone, endpoint, allowAnyHost = false } = options;
    if (endpoint === undefined) {
        if (isZoneName(zone))
            return new URL(`https://api-${zone}.exoscale.com/v2`);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExoIamError */ .U('ERR_ZONE_INVALID', `${JSON.stringify(zone)} is not an Exoscale zone. Expected a name such as "ch-gva-2" or "de-fra-1".`, { field: 'zone' });
    }
    const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    const problem = url ? problemOf(url, allowAnyHost) : 'it is not an absolute URL';
    if (!url || problem) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExoIamError */ .U('ERR_ENDPOINT_INVALID', `The endpoint cannot be used: ${problem}. Expected a URL such as "https://api-ch-gva-2.exoscale.com/v2"; plain http is for this machine only.`, { field: 'endpoint' });
    }
    url.pathname = url.pathname.replace(/\/+$/, '') || '/v2';
    return url;
}
function problemOf(url, allowAnyHost) {
    if (url.username || url.password)
        return 'it holds a user name or a password';
    if (url.search || url.hash)
        return 'it holds a query or a fragment';
    if (!/^https?:$/.test(url.protocol))
        return `its scheme is ${url.protocol}`;
    if (isLoopback(url))
        return undefined;
    if (url.protocol === 'http:')
        return `plain http to ${url.hostname} is not safe`;
    if (allowAnyHost || url.hostname.endsWith('.exoscale.com'))
        return undefined;
    return `${url.hostname} is not a host of exoscale.com`;
}
//# sourceMappingURL=endpoint.js.map

/***/ }),

/***/ 491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ ExoIamError),
/* harmony export */   u: () => (/* binding */ hasCode)
/* harmony export */ });
// The package's one error class and the codes it can carry.
/** Every error that this package throws on purpose. It never contains a secret, a signature or a header. */
class ExoIamError extends Error {
    name = 'ExoIamError';
    code;
    status;
    operation;
    serviceClass;
    field;
    uncertain;
    constructor(code, message, options = {}) {
        super(message, options);
        this.code = code;
        this.status = options.status;
        this.operation = options.operation;
        this.serviceClass = options.serviceClass;
        this.field = options.field;
        this.uncertain = options.uncertain ?? false;
    }
}
/** Whether an error is one of ours with one of these codes. */
function hasCode(error, ...codes) {
    return error instanceof ExoIamError && codes.includes(error.code);
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export nearestNames */
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(941);
// What a misspelled name was probably meant to be.

const maxNames = 3;
/** ` (did you mean …?)` with up to three names near the one given, or nothing. */
function didYouMean(name, names) {
    const near = nearestNames(name, names);
    return near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : '';
}
/** Up to three names near the one given, nearest first. None when nothing is near. */
function nearestNames(name, names) {
    const lower = name.toLowerCase();
    const same = names.filter((candidate) => candidate.toLowerCase() === lower);
    if (same.length > 0)
        return same;
    const farthest = Math.max(2, Math.floor(name.length / 3));
    return names
        .filter((candidate) => Math.abs(candidate.length - name.length) <= farthest)
        .map((candidate) => ({ candidate, distance: (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(lower, candidate.toLowerCase()) }))
        .filter(({ distance }) => distance <= farthest)
        .sort((a, b) => a.distance - b.distance)
        .slice(0, maxNames)
        .map(({ candidate }) => candidate);
}
//# sourceMappingURL=nearest-names.js.map

/***/ }),

/***/ 668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findOperation)
/* harmony export */ });
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(368);

const byName = /* @__PURE__ */ new Map(_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .operations */ .z.map((operation) => [operation.name, operation]));
/**
 * The operation of that name, or `undefined` when the specification has none.
 *
 * @example
 *   findOperation('list-zones')?.path; // '/zone'
 */
function findOperation(name) {
    return byName.get(name);
}
//# sourceMappingURL=find-operation.js.map

/***/ }),

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ operations)
});

;// CONCATENATED MODULE: ../../packages/exo-operations/dist/generated/operation-rows.js
// Generated by tools/catalogue/generate.ts from the official OpenAPI specification
// (https://openapi-v2.exoscale.com/source.json). Facts only; do not edit.
/** `info.version` of the specification the rows were derived from. */
const specificationVersion = '2.0.0';
// One text, and each class and its tags once: every program that loads the catalogue parses it.
/**
 * Lines `# class tag…`, each followed by its operations, `name method path flags`. Flags are `a`
 * asynchronous, `?` class unconfirmed.
 */
const operationRows = `\
# ai ai-api-key ai
create-ai-api-key POST /ai/api-key ?
delete-ai-api-key DELETE /ai/api-key/{id} a?
get-ai-api-key GET /ai/api-key/{id} ?
get-user-org-consumption-quota GET /ai/quota ?
list-ai-api-keys GET /ai/api-key ?
reveal-ai-api-key GET /ai/api-key/{id}/reveal ?
rotate-ai-api-key POST /ai/api-key/{id}/rotate ?
update-ai-api-key PATCH /ai/api-key/{id} ?
# ai deployment dedicated-inference ai
create-deployment POST /ai/deployment a?
delete-deployment DELETE /ai/deployment/{id} a?
get-deployment GET /ai/deployment/{id} ?
get-deployment-logs GET /ai/deployment/{id}/logs ?
get-inference-engine-help GET /ai/help/inference-engine-parameters ?
list-ai-instance-types GET /ai/instance-type ?
list-deployments GET /ai/deployment ?
reveal-deployment-api-key GET /ai/deployment/{id}/api-key ?
scale-deployment POST /ai/deployment/{id}/scale a?
update-deployment PATCH /ai/deployment/{id} a?
# ai model dedicated-inference ai
create-model POST /ai/model a?
delete-model DELETE /ai/model/{id} a?
get-model GET /ai/model/{id} ?
list-models GET /ai/model ?
# audit-trail event audit-trail
list-events GET /event ?
# compute anti-affinity-group compute
create-anti-affinity-group POST /anti-affinity-group a
delete-anti-affinity-group DELETE /anti-affinity-group/{id} a
get-anti-affinity-group GET /anti-affinity-group/{id}
list-anti-affinity-groups GET /anti-affinity-group
# compute block-storage
attach-block-storage-volume-to-instance PUT /block-storage/{id}:attach a
create-block-storage-snapshot POST /block-storage/{id}:create-snapshot a
create-block-storage-volume POST /block-storage a
delete-block-storage-snapshot DELETE /block-storage-snapshot/{id} a
delete-block-storage-volume DELETE /block-storage/{id} a
detach-block-storage-volume PUT /block-storage/{id}:detach a
get-block-storage-snapshot GET /block-storage-snapshot/{id}
get-block-storage-volume GET /block-storage/{id}
list-block-storage-snapshots GET /block-storage-snapshot
list-block-storage-volumes GET /block-storage
resize-block-storage-volume PUT /block-storage/{id}:resize-volume
update-block-storage-snapshot PUT /block-storage-snapshot/{id} a
update-block-storage-volume PUT /block-storage/{id} a
# compute cluster sks
create-sks-cluster POST /sks-cluster a
delete-sks-cluster DELETE /sks-cluster/{id} a
generate-sks-cluster-kubeconfig POST /sks-cluster-kubeconfig/{id}
generate-sks-karpenter-exoscale-nodeclass PUT /sks-cluster/{id}/generate-karpenter-exoscale-nodeclass
generate-sks-karpenter-nodepool PUT /sks-cluster/{id}/generate-karpenter-nodepool
get-sks-cluster GET /sks-cluster/{id}
get-sks-cluster-authority-cert GET /sks-cluster/{id}/authority/{authority}/cert
get-sks-cluster-inspection GET /sks-cluster/{id}/inspection
list-sks-cluster-deprecated-resources GET /sks-cluster-deprecated-resources/{id}
list-sks-cluster-versions GET /sks-cluster-version
list-sks-clusters GET /sks-cluster
rotate-sks-ccm-credentials PUT /sks-cluster/{id}/rotate-ccm-credentials a
rotate-sks-csi-credentials PUT /sks-cluster/{id}/rotate-csi-credentials a
rotate-sks-karpenter-credentials PUT /sks-cluster/{id}/rotate-karpenter-credentials a
rotate-sks-operators-ca PUT /sks-cluster/{id}/rotate-operators-ca a
update-sks-cluster PUT /sks-cluster/{id} a
upgrade-sks-cluster PUT /sks-cluster/{id}/upgrade a
upgrade-sks-cluster-service-level PUT /sks-cluster/{id}/upgrade-service-level a
# compute deploy-target compute
get-deploy-target GET /deploy-target/{id}
list-deploy-targets GET /deploy-target
# compute elastic-ip compute
attach-instance-to-elastic-ip PUT /elastic-ip/{id}:attach a
create-elastic-ip POST /elastic-ip a
delete-elastic-ip DELETE /elastic-ip/{id} a
detach-instance-from-elastic-ip PUT /elastic-ip/{id}:detach a
get-elastic-ip GET /elastic-ip/{id}
list-elastic-ips GET /elastic-ip
reset-elastic-ip-field DELETE /elastic-ip/{id}/{field} a
update-elastic-ip PUT /elastic-ip/{id} a
# compute instance compute
add-instance-protection PUT /instance/{id}:add-protection a
create-instance POST /instance a
delete-instance DELETE /instance/{id} a
enable-tpm POST /instance/{id}:enable-tpm a
get-console-proxy-url GET /console/{id}
get-instance GET /instance/{id}
list-instances GET /instance
reboot-instance PUT /instance/{id}:reboot a
remove-instance-protection PUT /instance/{id}:remove-protection a
reset-instance PUT /instance/{id}:reset a
reset-instance-field DELETE /instance/{id}/{field} a
reset-instance-password PUT /instance/{id}:reset-password a
resize-instance-disk PUT /instance/{id}:resize-disk a
reveal-instance-password GET /instance/{id}:password
revert-instance-to-snapshot POST /instance/{instance-id}:revert-snapshot a
scale-instance PUT /instance/{id}:scale a
start-instance PUT /instance/{id}:start a
stop-instance PUT /instance/{id}:stop a
update-instance PUT /instance/{id} a
# compute instance compute snapshot
create-snapshot POST /instance/{id}:create-snapshot a
# compute instance-pool compute
create-instance-pool POST /instance-pool a
delete-instance-pool DELETE /instance-pool/{id} a
evict-instance-pool-members PUT /instance-pool/{id}:evict a
get-instance-pool GET /instance-pool/{id}
list-instance-pools GET /instance-pool
reset-instance-pool-field DELETE /instance-pool/{id}/{field} a
scale-instance-pool PUT /instance-pool/{id}:scale a
update-instance-pool PUT /instance-pool/{id} a
# compute instance-type compute
get-instance-type GET /instance-type/{id}
list-instance-types GET /instance-type
# compute network-load-balancer compute
add-service-to-load-balancer POST /load-balancer/{id}/service a
create-load-balancer POST /load-balancer a
delete-load-balancer DELETE /load-balancer/{id} a
delete-load-balancer-service DELETE /load-balancer/{id}/service/{service-id} a
get-load-balancer GET /load-balancer/{id}
get-load-balancer-service GET /load-balancer/{id}/service/{service-id}
list-load-balancers GET /load-balancer
reset-load-balancer-field DELETE /load-balancer/{id}/{field} a
reset-load-balancer-service-field DELETE /load-balancer/{id}/service/{service-id}/{field} a
update-load-balancer PUT /load-balancer/{id} a
update-load-balancer-service PUT /load-balancer/{id}/service/{service-id} a
# compute nodepool sks
create-sks-nodepool POST /sks-cluster/{id}/nodepool a
delete-sks-nodepool DELETE /sks-cluster/{id}/nodepool/{sks-nodepool-id} a
evict-sks-nodepool-members PUT /sks-cluster/{id}/nodepool/{sks-nodepool-id}:evict a
get-sks-nodepool GET /sks-cluster/{id}/nodepool/{sks-nodepool-id}
scale-sks-nodepool PUT /sks-cluster/{id}/nodepool/{sks-nodepool-id}:scale a
update-sks-nodepool PUT /sks-cluster/{id}/nodepool/{sks-nodepool-id} a
# compute nodepool-template sks
get-active-nodepool-template GET /sks-template/{kube-version}/{variant}
# compute operation general
get-operation GET /operation/{id} a?
# compute private-network compute
attach-instance-to-private-network PUT /private-network/{id}:attach a
create-private-network POST /private-network a
delete-private-network DELETE /private-network/{id} a
detach-instance-from-private-network PUT /private-network/{id}:detach a
get-private-network GET /private-network/{id}
list-private-networks GET /private-network
reset-private-network-field DELETE /private-network/{id}/{field} a
update-private-network PUT /private-network/{id} a
update-private-network-instance-ip PUT /private-network/{id}:update-ip a
# compute quotas
get-quota GET /quota/{entity}
# compute quotas ccm
list-quotas GET /quota
# compute reverse-dns compute
delete-reverse-dns-elastic-ip DELETE /reverse-dns/elastic-ip/{id} a
delete-reverse-dns-instance DELETE /reverse-dns/instance/{id} a
get-reverse-dns-elastic-ip GET /reverse-dns/elastic-ip/{id}
get-reverse-dns-instance GET /reverse-dns/instance/{id}
update-reverse-dns-elastic-ip POST /reverse-dns/elastic-ip/{id} a
update-reverse-dns-instance POST /reverse-dns/instance/{id} a
# compute security-group compute
add-external-source-to-security-group PUT /security-group/{id}:add-source a
add-rule-to-security-group POST /security-group/{id}/rules a
attach-instance-to-security-group PUT /security-group/{id}:attach a
create-security-group POST /security-group a
delete-rule-from-security-group DELETE /security-group/{id}/rules/{rule-id} a
delete-security-group DELETE /security-group/{id} a
detach-instance-from-security-group PUT /security-group/{id}:detach a
get-security-group GET /security-group/{id}
list-security-groups GET /security-group
remove-external-source-from-security-group PUT /security-group/{id}:remove-source a
# compute snapshot compute
delete-snapshot DELETE /snapshot/{id} a
export-snapshot POST /snapshot/{id}:export a
get-snapshot GET /snapshot/{id}
list-snapshots GET /snapshot
# compute snapshot compute template
promote-snapshot-to-template POST /snapshot/{id}:promote a
# compute ssh-key compute
delete-ssh-key DELETE /ssh-key/{name} a
get-ssh-key GET /ssh-key/{name}
list-ssh-keys GET /ssh-key
register-ssh-key POST /ssh-key a
# compute template compute
copy-template POST /template/{id} a
delete-template DELETE /template/{id} a
get-template GET /template/{id}
list-templates GET /template
register-template POST /template a
update-template PUT /template/{id} a
# compute vpc-management vpc compute
create-vpc POST /vpc a
delete-vpc DELETE /vpc/{id}
get-vpc GET /vpc/{id}
list-vpcs GET /vpc
update-vpc PUT /vpc/{id}
# compute vpc-route vpc compute
create-route POST /vpc/{vpc-id}/subnet/{subnet-id}/route
delete-route DELETE /vpc/{vpc-id}/subnet/{subnet-id}/route/{id}
list-routes GET /vpc/{vpc-id}/subnet/{subnet-id}/route
list-vpc-routes GET /vpc/{vpc-id}/route
# compute vpc-subnet vpc compute
attach-instance-to-subnet PUT /vpc/{vpc-id}/subnet/{subnet-id}/attach a
create-subnet POST /vpc/{vpc-id}/subnet a
delete-subnet DELETE /vpc/{vpc-id}/subnet/{id}
detach-instance-from-subnet PUT /vpc/{vpc-id}/subnet/{subnet-id}/detach a
get-subnet GET /vpc/{vpc-id}/subnet/{id}
list-subnets GET /vpc/{vpc-id}/subnet
update-subnet PUT /vpc/{vpc-id}/subnet/{id}
# compute zone general
list-zones GET /zone
# dbaas dbaas
attach-dbaas-service-to-endpoint PUT /dbaas-external-endpoint/{source-service-name}/attach a
create-dbaas-clickhouse-user POST /dbaas-clickhouse/{service-name}/user
create-dbaas-external-endpoint-datadog POST /dbaas-external-endpoint-datadog/{name} a
create-dbaas-external-endpoint-elasticsearch POST /dbaas-external-endpoint-elasticsearch/{name} a
create-dbaas-external-endpoint-opensearch POST /dbaas-external-endpoint-opensearch/{name} a
create-dbaas-external-endpoint-prometheus POST /dbaas-external-endpoint-prometheus/{name} a
create-dbaas-external-endpoint-rsyslog POST /dbaas-external-endpoint-rsyslog/{name} a
create-dbaas-integration POST /dbaas-integration a
create-dbaas-kafka-schema-registry-acl-config POST /dbaas-kafka/{name}/schema-registry/acl-config a
create-dbaas-kafka-topic-acl-config POST /dbaas-kafka/{name}/topic/acl-config a
create-dbaas-kafka-user POST /dbaas-kafka/{service-name}/user a
create-dbaas-mysql-database POST /dbaas-mysql/{service-name}/database a
create-dbaas-mysql-user POST /dbaas-mysql/{service-name}/user a
create-dbaas-opensearch-user POST /dbaas-opensearch/{service-name}/user a
create-dbaas-pg-connection-pool POST /dbaas-postgres/{service-name}/connection-pool a
create-dbaas-pg-database POST /dbaas-postgres/{service-name}/database a
create-dbaas-pg-upgrade-check POST /dbaas-postgres/{service}/upgrade-check
create-dbaas-postgres-user POST /dbaas-postgres/{service-name}/user a
create-dbaas-service-clickhouse POST /dbaas-clickhouse/{name} a
create-dbaas-service-grafana POST /dbaas-grafana/{name} a
create-dbaas-service-kafka POST /dbaas-kafka/{name} a
create-dbaas-service-mysql POST /dbaas-mysql/{name} a
create-dbaas-service-opensearch POST /dbaas-opensearch/{name} a
create-dbaas-service-pg POST /dbaas-postgres/{name} a
create-dbaas-service-thanos POST /dbaas-thanos/{name} a
create-dbaas-service-valkey POST /dbaas-valkey/{name} a
create-dbaas-task-migration-check POST /dbaas-task-migration-check/{service} a
create-dbaas-valkey-user POST /dbaas-valkey/{service-name}/user a
delete-dbaas-clickhouse-role DELETE /dbaas-clickhouse/{service-name}/role/{role-uuid} a
delete-dbaas-clickhouse-user DELETE /dbaas-clickhouse/{service-name}/user/{user-uuid} a
delete-dbaas-external-endpoint-datadog DELETE /dbaas-external-endpoint-datadog/{endpoint-id} a
delete-dbaas-external-endpoint-elasticsearch DELETE /dbaas-external-endpoint-elasticsearch/{endpoint-id} a
delete-dbaas-external-endpoint-opensearch DELETE /dbaas-external-endpoint-opensearch/{endpoint-id} a
delete-dbaas-external-endpoint-prometheus DELETE /dbaas-external-endpoint-prometheus/{endpoint-id} a
delete-dbaas-external-endpoint-rsyslog DELETE /dbaas-external-endpoint-rsyslog/{endpoint-id} a
delete-dbaas-integration DELETE /dbaas-integration/{id} a
delete-dbaas-kafka-schema-registry-acl-config DELETE /dbaas-kafka/{name}/schema-registry/acl-config/{acl-id} a
delete-dbaas-kafka-topic-acl-config DELETE /dbaas-kafka/{name}/topic/acl-config/{acl-id} a
delete-dbaas-kafka-user DELETE /dbaas-kafka/{service-name}/user/{username} a
delete-dbaas-mysql-database DELETE /dbaas-mysql/{service-name}/database/{database-name} a
delete-dbaas-mysql-user DELETE /dbaas-mysql/{service-name}/user/{username} a
delete-dbaas-opensearch-user DELETE /dbaas-opensearch/{service-name}/user/{username} a
delete-dbaas-pg-connection-pool DELETE /dbaas-postgres/{service-name}/connection-pool/{connection-pool-name} a
delete-dbaas-pg-database DELETE /dbaas-postgres/{service-name}/database/{database-name} a
delete-dbaas-postgres-user DELETE /dbaas-postgres/{service-name}/user/{username} a
delete-dbaas-service DELETE /dbaas-service/{name} a
delete-dbaas-service-clickhouse DELETE /dbaas-clickhouse/{name} a
delete-dbaas-service-grafana DELETE /dbaas-grafana/{name} a
delete-dbaas-service-kafka DELETE /dbaas-kafka/{name} a
delete-dbaas-service-mysql DELETE /dbaas-mysql/{name} a
delete-dbaas-service-opensearch DELETE /dbaas-opensearch/{name} a
delete-dbaas-service-pg DELETE /dbaas-postgres/{name} a
delete-dbaas-service-thanos DELETE /dbaas-thanos/{name} a
delete-dbaas-service-valkey DELETE /dbaas-valkey/{name} a
delete-dbaas-valkey-user DELETE /dbaas-valkey/{service-name}/user/{username} a
detach-dbaas-service-from-endpoint PUT /dbaas-external-endpoint/{source-service-name}/detach a
enable-dbaas-mysql-writes PUT /dbaas-mysql/{name}/enable/writes a
get-dbaas-ca-certificate GET /dbaas-ca-certificate
get-dbaas-clickhouse-acl-config GET /dbaas-clickhouse/{service-name}/acl-config
get-dbaas-external-endpoint-datadog GET /dbaas-external-endpoint-datadog/{endpoint-id}
get-dbaas-external-endpoint-elasticsearch GET /dbaas-external-endpoint-elasticsearch/{endpoint-id}
get-dbaas-external-endpoint-opensearch GET /dbaas-external-endpoint-opensearch/{endpoint-id}
get-dbaas-external-endpoint-prometheus GET /dbaas-external-endpoint-prometheus/{endpoint-id}
get-dbaas-external-endpoint-rsyslog GET /dbaas-external-endpoint-rsyslog/{endpoint-id}
get-dbaas-external-integration GET /dbaas-external-integration/{integration-id}
get-dbaas-external-integration-settings-datadog GET /dbaas-external-integration-settings-datadog/{integration-id}
get-dbaas-integration GET /dbaas-integration/{id}
get-dbaas-kafka-acl-config GET /dbaas-kafka/{name}/acl-config
get-dbaas-migration-status GET /dbaas-migration-status/{name}
get-dbaas-opensearch-acl-config GET /dbaas-opensearch/{name}/acl-config
get-dbaas-service-clickhouse GET /dbaas-clickhouse/{name}
get-dbaas-service-grafana GET /dbaas-grafana/{name}
get-dbaas-service-kafka GET /dbaas-kafka/{name}
get-dbaas-service-logs POST /dbaas-service-logs/{service-name}
get-dbaas-service-metrics POST /dbaas-service-metrics/{service-name}
get-dbaas-service-mysql GET /dbaas-mysql/{name}
get-dbaas-service-opensearch GET /dbaas-opensearch/{name}
get-dbaas-service-pg GET /dbaas-postgres/{name}
get-dbaas-service-thanos GET /dbaas-thanos/{name}
get-dbaas-service-type GET /dbaas-service-type/{service-type-name}
get-dbaas-service-valkey GET /dbaas-valkey/{name}
get-dbaas-settings-clickhouse GET /dbaas-settings-clickhouse
get-dbaas-settings-grafana GET /dbaas-settings-grafana
get-dbaas-settings-kafka GET /dbaas-settings-kafka
get-dbaas-settings-mysql GET /dbaas-settings-mysql
get-dbaas-settings-opensearch GET /dbaas-settings-opensearch
get-dbaas-settings-pg GET /dbaas-settings-pg
get-dbaas-settings-thanos GET /dbaas-settings-thanos
get-dbaas-settings-valkey GET /dbaas-settings-valkey
get-dbaas-task GET /dbaas-task/{service}/{id}
list-dbaas-clickhouse-roles GET /dbaas-clickhouse/{service-name}/role
list-dbaas-clickhouse-users GET /dbaas-clickhouse/{service-name}/user
list-dbaas-external-endpoint-types GET /dbaas-external-endpoint-types
list-dbaas-external-endpoints GET /dbaas-external-endpoints
list-dbaas-external-integrations GET /dbaas-external-integrations/{service-name}
list-dbaas-integration-settings GET /dbaas-integration-settings/{integration-type}/{source-type}/{dest-type}
list-dbaas-integration-types GET /dbaas-integration-types
list-dbaas-service-types GET /dbaas-service-type
list-dbaas-services GET /dbaas-service
list-dbaas-valkey-users GET /dbaas-valkey/{service-name}/user
reset-dbaas-clickhouse-user-password PUT /dbaas-clickhouse/{service-name}/user/{username}/password/reset
reset-dbaas-grafana-user-password PUT /dbaas-grafana/{service-name}/user/{username}/password/reset a
reset-dbaas-kafka-user-password PUT /dbaas-kafka/{service-name}/user/{username}/password/reset a
reset-dbaas-mysql-user-password PUT /dbaas-mysql/{service-name}/user/{username}/password/reset a
reset-dbaas-opensearch-user-password PUT /dbaas-opensearch/{service-name}/user/{username}/password/reset a
reset-dbaas-postgres-user-password PUT /dbaas-postgres/{service-name}/user/{username}/password/reset a
reset-dbaas-valkey-user-password PUT /dbaas-valkey/{service-name}/user/{username}/password/reset a
reveal-dbaas-clickhouse-user-password GET /dbaas-clickhouse/{service-name}/user/{username}/password/reveal
reveal-dbaas-grafana-user-password GET /dbaas-grafana/{service-name}/user/{username}/password/reveal
reveal-dbaas-kafka-connect-password GET /dbaas-kafka/{service-name}/connect/password/reveal
reveal-dbaas-kafka-user-password GET /dbaas-kafka/{service-name}/user/{username}/password/reveal
reveal-dbaas-mysql-user-password GET /dbaas-mysql/{service-name}/user/{username}/password/reveal
reveal-dbaas-opensearch-user-password GET /dbaas-opensearch/{service-name}/user/{username}/password/reveal
reveal-dbaas-postgres-user-password GET /dbaas-postgres/{service-name}/user/{username}/password/reveal
reveal-dbaas-thanos-user-password GET /dbaas-thanos/{service-name}/user/{username}/password/reveal
reveal-dbaas-valkey-user-password GET /dbaas-valkey/{service-name}/user/{username}/password/reveal
start-dbaas-clickhouse-maintenance PUT /dbaas-clickhouse/{name}/maintenance/start a
start-dbaas-grafana-maintenance PUT /dbaas-grafana/{name}/maintenance/start a
start-dbaas-kafka-maintenance PUT /dbaas-kafka/{name}/maintenance/start a
start-dbaas-mysql-maintenance PUT /dbaas-mysql/{name}/maintenance/start a
start-dbaas-opensearch-maintenance PUT /dbaas-opensearch/{name}/maintenance/start a
start-dbaas-pg-maintenance PUT /dbaas-postgres/{name}/maintenance/start a
start-dbaas-thanos-maintenance PUT /dbaas-thanos/{name}/maintenance/start a
start-dbaas-valkey-maintenance PUT /dbaas-valkey/{name}/maintenance/start a
stop-dbaas-mysql-migration POST /dbaas-mysql/{name}/migration/stop a
stop-dbaas-pg-migration POST /dbaas-postgres/{name}/migration/stop a
stop-dbaas-valkey-migration POST /dbaas-valkey/{name}/migration/stop a
update-dbaas-external-endpoint-datadog PUT /dbaas-external-endpoint-datadog/{endpoint-id} a
update-dbaas-external-endpoint-elasticsearch PUT /dbaas-external-endpoint-elasticsearch/{endpoint-id} a
update-dbaas-external-endpoint-opensearch PUT /dbaas-external-endpoint-opensearch/{endpoint-id} a
update-dbaas-external-endpoint-prometheus PUT /dbaas-external-endpoint-prometheus/{endpoint-id} a
update-dbaas-external-endpoint-rsyslog PUT /dbaas-external-endpoint-rsyslog/{endpoint-id} a
update-dbaas-external-integration-settings-datadog POST /dbaas-external-integration-settings-datadog/{integration-id} a
update-dbaas-integration PUT /dbaas-integration/{id} a
update-dbaas-opensearch-acl-config PUT /dbaas-opensearch/{name}/acl-config a
update-dbaas-pg-connection-pool PUT /dbaas-postgres/{service-name}/connection-pool/{connection-pool-name} a
update-dbaas-postgres-allow-replication PUT /dbaas-postgres/{service-name}/user/{username}/allow-replication
update-dbaas-service-clickhouse PUT /dbaas-clickhouse/{name} a
update-dbaas-service-grafana PUT /dbaas-grafana/{name} a
update-dbaas-service-kafka PUT /dbaas-kafka/{name} a
update-dbaas-service-mysql PUT /dbaas-mysql/{name} a
update-dbaas-service-opensearch PUT /dbaas-opensearch/{name} a
update-dbaas-service-pg PUT /dbaas-postgres/{name} a
update-dbaas-service-thanos PUT /dbaas-thanos/{name} a
update-dbaas-service-valkey PUT /dbaas-valkey/{name} a
update-dbaas-valkey-user-access-control PUT /dbaas-valkey/{service-name}/user/{username} a
# dns domain dns
create-dns-domain POST /dns-domain a
delete-dns-domain DELETE /dns-domain/{id} a
get-dns-domain GET /dns-domain/{id}
get-dns-domain-zone-file GET /dns-domain/{id}/zone
list-dns-domains GET /dns-domain
# dns record dns
create-dns-domain-record POST /dns-domain/{domain-id}/record a
delete-dns-domain-record DELETE /dns-domain/{domain-id}/record/{record-id} a
get-dns-domain-record GET /dns-domain/{domain-id}/record/{record-id}
list-dns-domain-records GET /dns-domain/{domain-id}/record
update-dns-domain-record PUT /dns-domain/{domain-id}/record/{record-id} a
# iam api-key iam
create-api-key POST /api-key
delete-api-key DELETE /api-key/{id} a
get-api-key GET /api-key/{id}
list-api-keys GET /api-key
# iam organization-policy iam
get-iam-organization-policy GET /iam-organization-policy
reset-iam-organization-policy POST /iam-organization-policy:reset a
update-iam-organization-policy PUT /iam-organization-policy a
# iam role iam
assume-iam-role POST /iam-role/{id}/assume
create-iam-role POST /iam-role a
delete-iam-role DELETE /iam-role/{id} a
get-iam-role GET /iam-role/{id}
list-iam-roles GET /iam-role
update-iam-role PUT /iam-role/{id} a
update-iam-role-policy PUT /iam-role/{id}:policy a
# iam user iam
create-user POST /user a
delete-user DELETE /user/{id} a
list-users GET /user
update-user-role PUT /user/{id} a
# kms crypto kms
decrypt POST /kms-key/{id}/decrypt
encrypt POST /kms-key/{id}/encrypt
generate-data-key POST /kms-key/{id}/generate-data-key
re-encrypt POST /kms-key/{id}/re-encrypt
# kms kms-key kms
cancel-kms-key-deletion POST /kms-key/{id}/cancel-deletion
create-kms-key POST /kms-key
disable-kms-key POST /kms-key/{id}/disable
disable-kms-key-rotation POST /kms-key/{id}/disable-key-rotation
enable-kms-key POST /kms-key/{id}/enable
enable-kms-key-rotation POST /kms-key/{id}/enable-key-rotation
get-kms-key GET /kms-key/{id}
list-kms-key-rotations GET /kms-key/{id}/list-key-rotations
list-kms-keys GET /kms-key
replicate-kms-key POST /kms-key/{id}/replicate
rotate-kms-key POST /kms-key/{id}/rotate
schedule-kms-key-deletion POST /kms-key/{id}/schedule-deletion
# organization environmental-impact general
get-impact-estimate POST /environmental-impact/estimate ?
get-impact-report GET /environmental-impact/report ?
# organization organization
get-env-impact GET /env-impact/{period} ?
get-live-balance GET /live-balance ?
get-organization GET /organization
get-usage-report GET /usage-report ?
# sos sos
get-sos-presigned-url GET /sos/{bucket}/presigned-url
list-sos-buckets-usage GET /sos-buckets-usage
`;
//# sourceMappingURL=operation-rows.js.map
;// CONCATENATED MODULE: ../../packages/exo-operations/dist/operations.js
// The catalogue as objects, unpacked once from the generated rows.

/** Every operation of the official specification, sorted by name. */
const operations = /* @__PURE__ */ readRows();
function readRows() {
    const found = [];
    let serviceClass = '';
    let tags = [];
    for (const line of operationRows.trimEnd().split('\n')) {
        const [name = '', method = '', path = '', flags = ''] = line.split(' ');
        if (name === '#') {
            [, serviceClass = '', ...tags] = line.split(' ');
            continue;
        }
        found.push({
            name,
            method: method,
            path,
            serviceClass,
            serviceClassConfirmed: !flags.includes('?'),
            tags,
            asynchronous: flags.includes('a'),
            access: method === 'GET' || /^(?:get|list)-/.test(name) ? 'read' : 'write',
        });
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
//# sourceMappingURL=operations.js.map

/***/ })

};
