export const id = 458;
export const ids = [458];
export const modules = {

/***/ 458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBrokerPost: () => (/* binding */ runBrokerPost)
});

// EXTERNAL MODULE: ../../packages/action-kit/dist/run-step.js + 1 modules
var run_step = __webpack_require__(875);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(500);
// EXTERNAL MODULE: ../../packages/action-kit/dist/try-report.js
var try_report = __webpack_require__(29);
// EXTERNAL MODULE: ../../packages/action-kit/dist/write-summary.js
var write_summary = __webpack_require__(569);
// EXTERNAL MODULE: ../../packages/action-kit/dist/plain-lines.js
var plain_lines = __webpack_require__(5);
// EXTERNAL MODULE: ../../packages/action-kit/dist/post-client.js + 32 modules
var post_client = __webpack_require__(364);
// EXTERNAL MODULE: ../../packages/action-kit/dist/message-of.js
var message_of = __webpack_require__(784);
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

// EXTERNAL MODULE: ../../packages/exo-iam/dist/errors.js
var errors = __webpack_require__(491);
// EXTERNAL MODULE: ../../packages/action-kit/dist/errors.js
var dist_errors = __webpack_require__(728);
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
    throw new dist_errors/* ActionError */.l('ERR_STATE_INVALID', 'The state that main saved cannot be read, so post does not know which lease to end. Another step may have changed it. The broker ends the lease at its deadline.');
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

// EXTERNAL MODULE: ./lib/end-summary.js + 2 modules
var end_summary = __webpack_require__(103);
// EXTERNAL MODULE: ./lib/revocation-timeout.js
var revocation_timeout = __webpack_require__(245);
// EXTERNAL MODULE: ./lib/take-back.js + 1 modules
var take_back = __webpack_require__(781);
;// CONCATENATED MODULE: ./lib/end-by-broker.js
// What `post` does with a lease of a broker: ends it by the revoke token, else by a fresh OIDC token, and else
// says when the broker ends it.








async function endByBroker(step) {
    const { core } = step;
    const state = readBrokerState(step);
    if (!state) {
        core.info('Nothing to revoke.');
        return;
    }
    const { inputs, handedOut } = state;
    const { fate, error } = await end(step, state);
    if (handedOut)
        (0,take_back/* takeBack */.z)(step, handedOut.exported);
    if (handedOut && inputs.summary) {
        const { record, ...rest } = handedOut;
        const endedAt = Math.floor(Date.now() / 1000);
        const facts = {
            record,
            handedOut: { ...rest, byName: false },
            fate,
            endedAt,
            usage: undefined,
        };
        await (0,try_report/* tryReport */.W)(step, () => (0,write_summary/* writeSummary */.S)(step, (0,end_summary/* endSummary */.o)(facts)));
    }
    if (!error)
        return;
    if (inputs.onRevokeFailure === 'fail')
        throw error;
    core.warning(error.message, { title: 'The Exoscale key was not revoked' });
}
async function end(step, state) {
    const { core } = step;
    const { handedOut, inputs } = state;
    if (handedOut && !inputs.revoke) {
        const { apiKey, expiresAt } = handedOut.record;
        const until = new Date(expiresAt * 1000).toISOString();
        core.info((0,plain_lines/* plain */.pj)(`The key ${apiKey} is not revoked, because the input revoke is false. Its deadline is ${until}.`));
        return { fate: 'kept' };
    }
    try {
        (0,post_client/* preparePost */.i)(step);
        const outcome = await endOnce(step, state);
        core.info((0,plain_lines/* plain */.pj)(outcome === 'revoking'
            ? `The broker is revoking lease ${state.id}, and goes on until it is done.`
            : `The broker has revoked lease ${state.id}.`));
        return { fate: 'revoked' };
    }
    catch (cause) {
        const isAway = cause instanceof BrokerClientError && cause.code === 'ERR_BROKER_UNREACHABLE';
        if (isAway)
            await (0,revocation_timeout/* noteAway */.p)(step);
        return { fate: 'left', error: leftBehind(state, cause) };
    }
}
async function endOnce(step, { url, audience, id, revokeToken }) {
    const sleep = (ms, signal) => (0,promises_.setTimeout)(ms, undefined, { signal });
    const client = createBrokerClient({ url: new URL(url), audience, id, env: step.env, sleep });
    const limitMs = (0,revocation_timeout/* revocationTimeoutMs */.i)(step);
    const limits = { signal: AbortSignal.timeout(limitMs), limitMs };
    return client.end(revokeToken, limits);
}
function leftBehind({ id, url, handedOut }, cause) {
    const what = handedOut ? `The key ${handedOut.record.apiKey}` : 'A key';
    const until = handedOut && new Date(handedOut.record.expiresAt * 1000).toISOString();
    const deadline = until === undefined ? 'at its deadline' : `at ${until}`;
    return new errors/* ExoIamError */.U('ERR_LEFT_BEHIND', `${what} may still exist as lease ${id} of the broker at ${new URL(url).host}: ${(0,message_of/* messageOf */.b)(cause)} The broker ends it ${deadline}. To end it sooner, run exo-broker revoke ${id} there.`, { cause });
}

;// CONCATENATED MODULE: ./lib/run-broker-post.js
// The part of `post` that is loaded only when a broker has leased a key.


async function runBrokerPost() {
    await (0,run_step/* runStep */.e)('The Exoscale key was not revoked', endByBroker, { phase: 'post' });
}


/***/ })

};
