export const id = 549;
export const ids = [549];
export const modules = {

/***/ 549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  revokeByBroker: () => (/* binding */ revokeByBroker)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(500);
// EXTERNAL MODULE: ../../packages/action-kit/dist/errors.js
var errors = __webpack_require__(728);
// EXTERNAL MODULE: ../../packages/action-kit/dist/plain-lines.js
var plain_lines = __webpack_require__(5);
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

;// CONCATENATED MODULE: ./lib/revoke-by-broker.js
// The input `broker`: ends a lease of a broker by an OIDC token of the job that asked for it.



const limitMs = 60_000;
async function revokeByBroker({ core, env, signal }) {
    const url = readBrokerUrl(core.getInput('broker'), 'The input broker');
    const id = core.getInput('lease-id');
    if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) {
        throw new errors/* ActionError */.l('ERR_INPUT_INVALID', 'The input lease-id is not the id of a lease. Expected the output lease-id of a mint action that has the input broker.', { field: 'lease-id' });
    }
    const beside = ['api-key', 'api-secret', 'key', 'endpoint'].find((name) => core.getInput(name));
    if (beside !== undefined) {
        throw new errors/* ActionError */.l('ERR_INPUT_INVALID', `The input ${beside} is given beside the input broker, which knows the lease by its id. Remove one of them.`, { field: beside });
    }
    const client = createBrokerClient({
        url,
        id,
        audience: core.getInput('broker-audience') || undefined,
        env,
        sleep: (ms, until) => (0,promises_.setTimeout)(ms, undefined, { signal: until }),
    });
    const outcome = await client.end(undefined, { signal, limitMs });
    core.setOutput('key', outcome);
    core.setOutput('role', '');
    core.info((0,plain_lines/* plain */.pj)(`Lease ${id}: ${outcome}.`));
}


/***/ })

};
