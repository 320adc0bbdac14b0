export const id = 227;
export const ids = [227];
export const modules = {

/***/ 227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: ../../packages/action-kit/dist/run-step.js + 1 modules
var run_step = __webpack_require__(875);
// EXTERNAL MODULE: ../../packages/action-kit/dist/post-client.js + 32 modules
var post_client = __webpack_require__(364);
// EXTERNAL MODULE: ../../packages/action-kit/dist/try-report.js
var try_report = __webpack_require__(29);
// EXTERNAL MODULE: ../../packages/action-kit/dist/write-summary.js
var write_summary = __webpack_require__(569);
// EXTERNAL MODULE: ../../packages/action-kit/dist/plain-lines.js
var plain_lines = __webpack_require__(5);
// EXTERNAL MODULE: ../../packages/action-kit/dist/message-of.js
var message_of = __webpack_require__(784);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/errors.js
var errors = __webpack_require__(491);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/nearest-names.js
var nearest_names = __webpack_require__(753);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/resources/access-key.js
var access_key = __webpack_require__(370);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/scope/read-resources.js
var read_resources = __webpack_require__(985);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/scope/scope.js
var scope_scope = __webpack_require__(829);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/is-uncertain.js
// Tells a request that certainly failed from one that may have succeeded anyway.

/**
 * Whether a failed request may have been carried out anyway. An abort can cut off any request, and a key
 * that may not read the result of an operation only knows that the operation was started.
 */
function isUncertain(error) {
    return !(error instanceof errors/* ExoIamError */.U) || error.uncertain || error.operation === 'get-operation';
}
//# sourceMappingURL=is-uncertain.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/create-key-once.js


// A role just made may be unknown to `POST /api-key` for a moment.
const unknownRoleDelaysMs = [250, 500, 1000, 2000, 4000];
/**
 * Creates the key. If the response is lost, removes what the request may have created and tries once
 * more. Also retries while the API does not find the role.
 *
 * @throws The last error of `create`. Always uncertain if a response was lost.
 */
async function createKeyOnce(client, { create, removeAll, onLost, signal }) {
    let lostAnswer = false;
    for (let attempt = 0;; attempt += 1) {
        try {
            return await create();
        }
        catch (error) {
            if (isUncertain(error) && !lostAnswer) {
                lostAnswer = true;
                await onLost();
                // If that fails too, the caller needs the first error: the lost request may have left a key.
                await removeAll().catch(() => {
                    throw error;
                });
                continue;
            }
            const delayMs = unknownRoleDelaysMs[attempt];
            if (!(0,errors/* hasCode */.u)(error, 'ERR_NOT_FOUND') || delayMs === undefined) {
                throw lostAnswer ? inDoubt(error) : error;
            }
            await client.sleep(delayMs, signal);
        }
    }
}
// Only the second request was refused. The first one may still create its key, after the list was read
// that was used to look for it.
function inDoubt(error) {
    if (!(error instanceof errors/* ExoIamError */.U) || error.uncertain)
        return error;
    const { code, message, status, operation, serviceClass } = error;
    const doubt = 'The response to an earlier request was lost, so a key may exist anyway.';
    const facts = { status, operation, serviceClass, uncertain: true, cause: error };
    return new errors/* ExoIamError */.U(code, `${message} ${doubt}`, facts);
}
//# sourceMappingURL=create-key-once.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/resources/api-key.js
var api_key = __webpack_require__(278);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/remove-keys.js



const apiKeys = { list: api_key/* listApiKeys */.d5, remove: api_key/* deleteApiKey */.Lh };
const accessKeys = { list: access_key/* listAccessKeys */.J3, remove: access_key/* revokeAccessKey */.MV };
async function removeKeys(client, kind, { name, apiKey, signal }) {
    const ids = apiKey === undefined
        ? (await kind.list(client, { signal }))
            .filter((each) => each.name === name)
            .map(({ key }) => key)
        : [apiKey];
    const removals = ids.map((id) => unlessGone(() => kind.remove(client, id, { signal })));
    return (await Promise.all(removals)).includes('deleted') ? 'deleted' : 'gone';
}
/**
 * Runs a deletion. If there is nothing to delete, that is not an error. If the answer does not say what came of
 * the deletion, a second deletion tells: a key that is gone by then was deleted.
 */
async function unlessGone(remove) {
    try {
        await remove();
        return 'deleted';
    }
    catch (error) {
        if (isGone(error))
            return 'gone';
        if (!isUnconfirmed(error))
            throw error;
    }
    try {
        await remove();
    }
    catch (error) {
        if (!isGone(error))
            throw error;
    }
    return 'deleted';
}
function isGone(error) {
    return (0,errors/* hasCode */.u)(error, 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION');
}
// It was accepted, and the API does not tell this key, or not now, whether it is done; or something in between
// answered in the place of the API.
function isUnconfirmed(error) {
    return (error instanceof errors/* ExoIamError */.U &&
        (error.operation === 'get-operation' || error.code === 'ERR_ANSWER_UNREADABLE'));
}
//# sourceMappingURL=remove-keys.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/remove-lone-key.js


/**
 * Removes the key by its id, or by its name if the id is not known. A lost response can leave a second
 * key, so in that case also looks for the name. If the API refuses that after the known key is gone, the
 * refusal is the `doubt` of the result and not an error.
 */
async function removeLoneKey(client, kind, { record, ...options }) {
    const { name, apiKey, uncertain = false } = record;
    const key = await removeKeys(client, kind, { ...options, name, apiKey });
    if (apiKey === undefined || !uncertain)
        return { key, role: 'kept' };
    try {
        const others = await removeKeys(client, kind, { ...options, name });
        return { key: key === 'deleted' ? key : others, role: 'kept' };
    }
    catch (error) {
        if (!(0,errors/* hasCode */.u)(error, 'ERR_POLICY_DENIED', 'ERR_FORBIDDEN'))
            throw error;
        return { key, role: 'kept', doubt: error };
    }
}
//# sourceMappingURL=remove-lone-key.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/methods/access-key.js








const accessKey = {
    enforcedBy: 'sweep',
    prepare,
    revoke: (client, record, options) => removeLoneKey(client, accessKeys, { ...options, record }),
};
async function prepare(client, { scope }, options) {
    const restrictions = await restrictionsOf(client, scope, options);
    return {
        create: async ({ name, signal, commit }) => {
            const { key, secret } = await createKeyOnce(client, {
                create: () => (0,access_key/* createAccessKey */.oy)(client, { name, ...restrictions }, { signal }),
                removeAll: () => removeKeys(client, accessKeys, { name, signal }),
                onLost: () => commit({ uncertain: true }),
                signal,
            });
            await commit({ apiKey: key });
            return { apiKey: key, apiSecret: secret };
        },
    };
}
async function restrictionsOf(client, scope, options) {
    const { operations = [], tags = [], resources = [], template } = scope;
    if (operations.includes(scope_scope/* unrestricted */.z))
        return {};
    if (template) {
        if (operations.length + tags.length + resources.length > 0) {
            throw unsuitable('A legacy key cannot narrow a template', 'the template alone');
        }
        return restrictionsOfTemplate(client, template, options);
    }
    await refuseUnknown(client, { operations, tags }, options);
    return pick({ operations, tags, resources: (0,read_resources/* readResources */.M)(resources).map(toResource) });
}
async function restrictionsOfTemplate(client, template, options) {
    const { findAccessKey, resolveTemplate } = await __webpack_require__.e(/* import() */ 230).then(__webpack_require__.bind(__webpack_require__, 230));
    const legacyKey = await findAccessKey(client, template, options);
    if (!legacyKey) {
        const { source } = await resolveTemplate(client, template, options);
        throw unsuitable(`A legacy key cannot copy ${source}, which has a policy`, 'a legacy key');
    }
    const restrictions = pick(legacyKey);
    if (Object.keys(restrictions).length > 0)
        return restrictions;
    if (legacyKey.type === 'restricted') {
        throw unsuitable(`The API does not list what the template ${template} is restricted to`, 'a key whose restrictions it lists');
    }
    const instead = `a restricted key, the operation "${scope_scope/* unrestricted */.z}" instead of a template`;
    throw unsuitable(`The template ${template} is unrestricted`, instead);
}
function unsuitable(problem, expected) {
    return new errors/* ExoIamError */.U('ERR_METHOD_UNSUITABLE', `${problem}. Expected ${expected}, or the method scoped-role.`, { field: 'template' });
}
// Legacy keys have their own names for operations, so these come from the API and not the catalogue.
async function refuseUnknown(client, asked, options) {
    if (asked.operations.length + asked.tags.length === 0)
        return;
    const known = await (0,access_key/* listAccessKeyKnownOperations */.vG)(client, options);
    const names = {
        operations: known.map(({ operation }) => operation),
        tags: known.flatMap((each) => each.tags),
    };
    for (const field of ['operations', 'tags']) {
        const unknown = asked[field].find((name) => !names[field].includes(name));
        if (unknown !== undefined) {
            throw new errors/* ExoIamError */.U(field === 'tags' ? 'ERR_TAG_UNKNOWN' : 'ERR_OPERATION_UNKNOWN', `${JSON.stringify(unknown)} is not one of the ${field} of legacy keys${(0,nearest_names/* didYouMean */.a)(unknown, [...new Set(names[field])])}. Expected names that list-access-key-known-operations returns.`, { field });
        }
    }
}
function toResource(bucket) {
    return { domain: 'sos', 'resource-type': 'bucket', 'resource-name': bucket };
}
// The API might read an empty list as a restriction, so empty lists are not sent.
function pick({ operations = [], tags = [], resources = [] }) {
    return {
        ...(operations.length > 0 && { operations }),
        ...(tags.length > 0 && { tags }),
        ...(resources.length > 0 && { resources }),
    };
}
//# sourceMappingURL=access-key.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/resources/check-key-answer.js
var check_key_answer = __webpack_require__(373);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/assume-iam-role.js

/**
 * Assumes a role whose `assume-role-policy` lets the signing key do so. No documented operation lists
 * or revokes the key, so ask for no more time than is needed. Never repeated blindly: when the answer is
 * lost, a key may exist whose secret nobody has, until its deadline.
 */
async function assumeIamRole(client, id, { ttlSeconds, signal }) {
    const name = 'assume-iam-role';
    const request = { path: { id }, body: { ttl: ttlSeconds }, signal };
    return (0,check_key_answer/* checkKeyAnswer */.s)(name, await client.request(name, request));
}
//# sourceMappingURL=assume-iam-role.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/lease/find-role.js
var find_role = __webpack_require__(57);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/methods/assume-role.js



const assumeRole = {
    enforcedBy: 'server',
    prepare: assume_role_prepare,
    revoke: () => Promise.resolve({ key: 'expires', role: 'kept' }),
};
async function assume_role_prepare(client, { scope, ttlSeconds }, options) {
    const role = await (0,find_role/* findRole */._)(client, scope.role ?? '', options);
    const { id, name = id, 'max-session-ttl': maxTtlSeconds } = role;
    // 0 stands for an unpublished default; in that case the API decides.
    if (maxTtlSeconds && ttlSeconds > maxTtlSeconds) {
        throw new errors/* ExoIamError */.U('ERR_DURATION_INVALID', `The ttl is ${ttlSeconds} seconds, but the role ${name} allows sessions of at most ${maxTtlSeconds} seconds. Choose a shorter ttl, or raise the role's max-session-ttl.`, { field: 'ttl' });
    }
    return {
        role: { id, name },
        create: async ({ signal, commit }) => {
            const session = await assumeIamRole(client, id, { ttlSeconds, signal });
            await commit({ apiKey: session.key });
            const expiresAt = Math.floor(Date.parse(session['expires-at']) / 1000);
            refuseLongerSession(session, { expiresAt, expectedAt: client.now() / 1000 + ttlSeconds });
            return {
                apiKey: session.key,
                apiSecret: session.secret,
                ...(Number.isFinite(expiresAt) && { expiresAt }),
            };
        },
    };
}
// Allows for different clocks and for slow responses.
const toleranceSeconds = 600;
// A session cannot be revoked, so nothing else would end it in time.
function refuseLongerSession({ key }, { expiresAt, expectedAt }) {
    if (!(expiresAt > expectedAt + toleranceSeconds))
        return;
    const until = new Date(expiresAt * 1000).toISOString();
    throw new errors/* ExoIamError */.U('ERR_LEFT_BEHIND', `The API created the session ${key}, which lasts until ${until}, longer than requested. The session is not handed out, but it cannot be revoked. Check the role's max-session-ttl, and use the method role or scoped-role instead.`, { operation: 'assume-iam-role' });
}
//# sourceMappingURL=assume-role.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/methods/role.js





const role = {
    enforcedBy: 'sweep',
    prepare: role_prepare,
    revoke: (client, record, options) => removeLoneKey(client, apiKeys, { ...options, record }),
};
async function role_prepare(client, { scope }, options) {
    // The specification requires no name.
    const { id, name: roleName = id } = await (0,find_role/* findRole */._)(client, scope.role ?? '', options);
    return {
        role: { id, name: roleName },
        create: async ({ name, signal, commit }) => {
            const { key, secret } = await createKeyOnce(client, {
                create: () => (0,api_key/* createApiKey */.Iq)(client, { name, 'role-id': id }, { signal }),
                removeAll: () => removeKeys(client, apiKeys, { name, signal }),
                onLost: () => commit({ uncertain: true }),
                signal,
            });
            await commit({ apiKey: key });
            return { apiKey: key, apiSecret: secret };
        },
    };
}
//# sourceMappingURL=role.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/resources/iam-role.js
var iam_role = __webpack_require__(686);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/scope/compile-scope.js + 16 modules
var compile_scope = __webpack_require__(460);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/check-ttl.js
// Limits the ttl. It becomes part of a CEL expression, and the API skips a rule that it cannot evaluate:
// a duration that CEL cannot hold would mean that the key has no deadline.

const maxSeconds = 365 * 24 * 3600;
/** @throws {ExoIamError} `ERR_DURATION_INVALID` unless it is whole seconds, at least one and at most 365 days. */
function checkTtl(ttlSeconds) {
    if (Number.isInteger(ttlSeconds) && ttlSeconds >= 1 && ttlSeconds <= maxSeconds)
        return;
    throw new errors/* ExoIamError */.U('ERR_DURATION_INVALID', `The ttl is ${ttlSeconds} seconds. Expected a whole number from 1 to ${maxSeconds} (365 days), since the server ignores a deadline that it cannot evaluate.`, { field: 'ttl' });
}
//# sourceMappingURL=check-ttl.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/wrap-expression.js
// Puts a condition around a CEL expression. The scanner reads what CEL's lexer reads, and refuses the rest,
// so that no expression can close the bracket that it stands in.

const closing = { '(': ')', '[': ']', '{': '}' };
const prefixes = ['r', 'b', 'rb', 'br'];
// Each is tried at the present position. A comment ends at a line feed only.
const space = /[ \t\n\f]|\r\n/y;
const comment = /\/\/[^\n]*/y;
const operator = /[!%&*+,\-./:<=>?|]/y;
const word = /[A-Za-z0-9_]+/y;
const quote = /'''|"""|'|"/y;
const wrap_expression_escape = /\\(?:[abfnrtv"'?`\\]|[0-3][0-7]{2}|[xX][\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/y;
// What another lexer may take for the end of a line.
const otherLineEnds = /\r(?!\n)|[\v\u0085\u2028\u2029]/;
/**
 * `condition && (expression)`, true only where both are. Line feeds keep a comment of the expression from
 * swallowing the bracket.
 *
 * @throws {ExoIamError} `ERR_POLICY_INVALID` when the expression closes a bracket that it did not open,
 *   leaves one open, or holds what CEL's lexer does not know.
 */
function wrapExpression(expression, condition) {
    const fault = faultOf(expression);
    if (fault === undefined)
        return `${condition} && (\n${expression}\n)`;
    throw new errors/* ExoIamError */.U('ERR_POLICY_INVALID', `An expression of the policy ${fault}, so the deadline cannot be put around it. Expected a complete CEL expression with balanced brackets.`, { field: 'policy' });
}
function faultOf(text) {
    const lineEnd = otherLineEnds.exec(text);
    if (lineEnd)
        return `has a line end other than a line feed at position ${lineEnd.index}`;
    const open = [];
    let at = 0;
    while (at < text.length) {
        const name = match(word, text, at);
        at += name.length;
        const quotes = match(quote, text, at);
        if (quotes) {
            const prefix = name.toLowerCase();
            if (name && !prefixes.includes(prefix))
                return `has a word before a string at position ${at}`;
            const end = endOfString(text, { at: at + quotes.length, quotes, raw: prefix.includes('r') });
            if (end === undefined)
                return `has a string without an end, begun at position ${at}`;
            at = end;
            continue;
        }
        if (name)
            continue;
        const skipped = match(space, text, at) || match(comment, text, at) || match(operator, text, at);
        if (skipped) {
            at += skipped.length;
            continue;
        }
        const character = text.charAt(at);
        const expected = closing[character];
        if (expected)
            open.push(expected);
        else if (!')]}'.includes(character))
            return `has an unknown character at position ${at}`;
        else if (open.pop() !== character)
            return `closes at position ${at} what it did not open`;
        at += 1;
    }
    return open.length > 0 ? `lacks ${open.toReversed().join('')} at its end` : undefined;
}
// Undefined at the end of the text, for an escape that CEL does not know, and for a line break between single quotes.
function endOfString(text, { at: start, quotes, raw }) {
    let at = start;
    while (!text.startsWith(quotes, at)) {
        const character = text[at];
        if (character === '\n' && quotes.length === 1)
            return undefined;
        const escaped = character === '\\' && !raw ? match(wrap_expression_escape, text, at) : character;
        if (!escaped)
            return undefined;
        at += escaped.length;
    }
    return at + quotes.length;
}
function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
}
//# sourceMappingURL=wrap-expression.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/with-deadline.js
// Puts the end of a lease into its policy, where the server enforces it.



// A clock that is further behind cannot sign: requests are signed for this long.
const toleratedSkewSeconds = 600;
/**
 * The policy with its deadline, twice. A first rule in every class denies once the key that calls is
 * older than the ttl: exact, and by the server's clock. The API skips a rule that it cannot evaluate, so
 * every allow rule besides holds only until ten minutes after the deadline: what the API does not
 * understand then ends the key too early, and never too late. A class that allowed everything allows
 * everything until then. This comes last, after narrowing.
 *
 * @throws {ExoIamError} `ERR_DURATION_INVALID`; `ERR_POLICY_INVALID` when the policy allows by default, since a
 *   class that it does not list would have no deadline, and when an expression cannot be wrapped.
 */
function withDeadline(policy, ttlSeconds, { now, deadline = 'strict' }) {
    checkTtl(ttlSeconds);
    if (policy['default-service-strategy'] !== 'deny') {
        throw new errors/* ExoIamError */.U('ERR_POLICY_INVALID', 'The policy allows by default, so a class that it does not list would have no deadline. Expected "default-service-strategy": "deny".', { field: 'policy' });
    }
    const end = {
        action: 'deny',
        expression: `timestamp(identity.created) < timestamp(now) - duration('${ttlSeconds}s')`,
    };
    const latest = isoSeconds(Math.floor(now / 1000) + ttlSeconds + toleratedSkewSeconds);
    const condition = `timestamp(now) < timestamp('${latest}')`;
    const bounded = (rule) => rule.action === 'deny' || deadline === 'lenient'
        ? rule
        : { action: 'allow', expression: wrapExpression(rule.expression, condition) };
    const services = Object.entries(policy.services).map(([name, service]) => [
        name,
        service.type === 'deny'
            ? service
            : { type: 'rules', rules: [end, ...rulesOf(service).map(bounded)] },
    ]);
    return { ...policy, services: Object.fromEntries(services) };
}
function rulesOf(service) {
    return service.type === 'allow' ? [{ action: 'allow', expression: 'true' }] : service.rules;
}
function isoSeconds(seconds) {
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
//# sourceMappingURL=with-deadline.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/remove-roles.js



/** Removes the role by its id, or every role of exactly that name where the id is not known. */
async function removeRoles(client, { name, roleId }, options) {
    const ids = roleId === undefined
        ? (await (0,iam_role/* listIamRoles */.tX)(client, options))
            .filter((role) => role.name === name)
            .map(({ id }) => id)
        : [roleId];
    const removals = ids.map((id) => removeRole(client, { id, name }, options));
    return (await Promise.all(removals)).includes('deleted') ? 'deleted' : 'gone';
}
// For a moment after its key is gone, a role may still count as attached.
const attachedRoleDelaysMs = [250, 500, 1000, 2000];
async function removeRole(client, { id, name }, options) {
    for (let attempt = 0;; attempt += 1) {
        try {
            return await unlessGone(() => (0,iam_role/* deleteIamRole */.jK)(client, id, options));
        }
        catch (error) {
            const delayMs = attachedRoleDelaysMs[attempt];
            if (delayMs === undefined || !mayBeAttached(error))
                throw error;
            // If the response for a key was lost, the key can appear late. Only keys of this name are deleted.
            await removeKeys(client, apiKeys, { ...options, name });
            await client.sleep(delayMs, options.signal);
        }
    }
}
// The refusal of the API is not documented, so every plain refusal counts.
function mayBeAttached(error) {
    return (0,errors/* hasCode */.u)(error, 'ERR_CONFLICT', 'ERR_REQUEST_REFUSED', 'ERR_FORBIDDEN', 'ERR_OPERATION_FAILED');
}
//# sourceMappingURL=remove-roles.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/methods/scoped-role.js









const lenientNote = 'The deadline is lenient: if the API cannot evaluate the age of the key, the key does not expire.';
const toleratedAheadMs = 600_000;
const scopedRole = {
    enforcedBy: 'server',
    prepare: scoped_role_prepare,
    // The key first: a role with an attached key cannot be deleted. That also reveals a second key.
    revoke: async (client, record, options) => {
        const { name, apiKey } = record;
        const key = await removeKeys(client, apiKeys, { ...options, name, apiKey });
        return { key, role: await removeRoles(client, record, options) };
    },
};
async function scoped_role_prepare(client, request, options) {
    const { template, role: _role, ...rest } = request.scope;
    const taken = template ? await takeTemplate(client, template, options) : undefined;
    const { description, deadline } = request;
    const compiled = (0,compile_scope/* compileScope */.o)({ ...rest, template: taken });
    const scope = deadline === 'lenient' ? { ...compiled, notes: [...compiled.notes, lenientNote] } : compiled;
    const policy = withDeadline(scope.policy, request.ttlSeconds, { now: client.now(), deadline });
    const settings = { policy, description };
    return {
        scope,
        policy,
        create: async (context) => {
            const minted = await create(context, settings);
            // The server counts from the creation of the key, which may have taken some time.
            const expiresAt = Math.floor(client.now() / 1000) + request.ttlSeconds;
            return { ...minted, expiresAt };
        },
    };
}
// Loaded for a template alone, so that programs that mint without one need not parse it.
async function takeTemplate(client, template, options) {
    const { resolveTemplate } = await __webpack_require__.e(/* import() */ 230).then(__webpack_require__.bind(__webpack_require__, 230));
    return resolveTemplate(client, template, options);
}
async function create(context, settings) {
    const { client, name, signal, commit } = context;
    const { id: roleId, doubt } = await createRole(client, { name, ...settings }, { signal });
    await commit({ roleId });
    refuseClockAhead(client);
    const { key, secret } = await createKeyOnce(client, {
        create: async () => {
            try {
                return await (0,api_key/* createApiKey */.Iq)(client, { name, 'role-id': roleId }, { signal });
            }
            catch (error) {
                // A role that is not ready yet is not found. What kept the client from waiting for it says more.
                throw doubt !== undefined && (0,errors/* hasCode */.u)(error, 'ERR_NOT_FOUND') ? doubt : error;
            }
        },
        removeAll: () => removeKeys(client, apiKeys, { name, signal }),
        onLost: () => commit({ uncertain: true }),
        signal,
    });
    await commit({ apiKey: key });
    return { apiKey: key, apiSecret: secret, roleId };
}
async function createRole(client, role, options) {
    try {
        return { id: await (0,iam_role/* createIamRole */.eD)(client, role, options) };
    }
    catch (error) {
        if (!isUncertain(error) || (0,errors/* hasCode */.u)(error, 'ERR_OPERATION_FAILED'))
            throw error;
        // The response was lost, so the role may exist. Its name is random, so a role of that name is this one.
        // Stryker disable next-line ArrayDeclaration: an element that is not a role has no name either.
        const roles = await (0,iam_role/* listIamRoles */.tX)(client, options).catch(() => []);
        const found = roles.find(({ name }) => name === role.name);
        // A role whose creation did not complete may lack its policy, and would then allow everything.
        if (found?.policy?.['default-service-strategy'] !== 'deny')
            throw error;
        return { id: found.id, doubt: error };
    }
}
// The allow rules end by the local clock. A clock that is behind breaks signatures, one that is ahead does
// not.
function refuseClockAhead(client) {
    const aheadMs = client.clockAheadMs();
    if (aheadMs <= toleratedAheadMs)
        return;
    throw new errors/* ExoIamError */.U('ERR_CLOCK_SKEW', `This machine's clock is ${Math.round(aheadMs / 60_000)} minutes ahead of the server's, so the key would outlive its deadline. Expected at most 10 minutes; correct the clock.`, { operation: 'create-iam-role' });
}
//# sourceMappingURL=scoped-role.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/methods.js




const methods = {
    'scoped-role': scopedRole,
    role: role,
    'assume-role': assumeRole,
    'access-key': accessKey,
};
//# sourceMappingURL=methods.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/revocation.js
/** The revocation, with its outcome and its words. */
function toRevocation(record, removed) {
    const outcome = removed.key === 'deleted' ? 'revoked' : removed.key;
    return { outcome, reason: describe(record, removed), ...removed };
}
function describe({ name, apiKey, expiresAt }, { key, role }) {
    const until = new Date(expiresAt * 1000).toISOString();
    if (key === 'expires') {
        return apiKey === undefined
            ? `No session is known. If one exists, it ends at ${until} at the latest.`
            : `The key ${apiKey} cannot be revoked; the server ends it at ${until}.`;
    }
    const gone = apiKey ? `The key ${apiKey} was already gone` : `No key is named ${name}`;
    const keyFate = key === 'deleted' ? `Revoked ${apiKey ?? `the key named ${name}`}` : gone;
    if (role === 'kept')
        return `${keyFate}.`;
    const roleFate = role === 'deleted' ? 'deleted its role' : 'its role is gone too';
    return `${keyFate}${key === role && key === 'deleted' ? ' and ' : '; '}${roleFate}.`;
}
//# sourceMappingURL=revocation.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/revoke.js


/**
 * Removes everything that a lease has left, from any phase of its record: by id where the id is known, else
 * by name. Anything that is already gone is not an error.
 *
 * @throws {ExoIamError} When something is still there and could not be removed.
 */
async function revoke(client, record, options = {}) {
    return toRevocation(record, await methods[record.method].revoke(client, record, options));
}
//# sourceMappingURL=revoke.js.map
;// CONCATENATED MODULE: ./lib/end-lease.js
// What becomes of the key when the job ends.


/**
 * Revokes the key, unless the inputs say otherwise. A key that was never handed to the job is revoked
 * whatever they say. Never throws.
 */
async function endLease({ core }, client, state) {
    const { record, inputs, handedOut, timeoutMs } = state;
    // If the key is kept, `main` saves no parent credentials.
    if (!client || (handedOut && !inputs.revoke)) {
        const until = new Date(record.expiresAt * 1000).toISOString();
        core.info((0,plain_lines/* plain */.pj)(handedOut?.sealed
            ? `The key ${record.apiKey} is sealed for other jobs, so this one does not revoke it. Its deadline is ${until}.`
            : `The key ${record.apiKey} is not revoked, because the input revoke is false. Its deadline is ${until}.`));
        return { fate: 'kept' };
    }
    try {
        const signal = AbortSignal.timeout(timeoutMs);
        const revocation = await revoke(client.within(timeoutMs), record, { signal });
        core.info((0,plain_lines/* plain */.pj)(revocation.reason));
        if (revocation.doubt) {
            core.warning((0,plain_lines/* plain */.pj)(`A response was lost while the key was created, and the API refused to list keys. A second key named ${record.name} may exist: ${(0,message_of/* messageOf */.b)(revocation.doubt)}`), { title: 'A second key may exist' });
        }
        return { fate: revocation.outcome };
    }
    catch (cause) {
        return { fate: 'left', error: leftBehind(record, cause, timeoutMs), away: isAway(cause) };
    }
}
function leftBehind(record, cause, timeoutMs) {
    const { method, name, apiKey, expiresAt } = record;
    const key = apiKey === undefined ? 'A key' : `The key ${apiKey}`;
    const scoped = method === 'scoped-role';
    const what = scoped ? `${key} and its role` : key;
    const until = new Date(expiresAt * 1000).toISOString();
    const end = scoped
        ? `The server accepts the key until ${until}.`
        : `Only a sweep revokes it, once ${until} has passed.`;
    const order = scoped ? ', first the key and then the role' : '';
    return new errors/* ExoIamError */.U('ERR_LEFT_BEHIND', `${what} may still exist under the name ${name}: ${reasonOf(cause, timeoutMs)} ${end} To end it sooner, delete what has that name${order}.`, { cause });
}
function isAway(cause) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    return timedOut || (0,errors/* hasCode */.u)(cause, 'ERR_UNREACHABLE', 'ERR_TIMEOUT', 'ERR_SERVER');
}
function reasonOf(cause, timeoutMs) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    return timedOut ? `revoking took longer than ${timeoutMs / 1000} s.` : (0,message_of/* messageOf */.b)(cause);
}

// EXTERNAL MODULE: ./lib/end-summary.js + 2 modules
var end_summary = __webpack_require__(103);
// EXTERNAL MODULE: ../../packages/action-kit/dist/errors.js
var dist_errors = __webpack_require__(728);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/journal.js
// What a lease has created in the organization so far, recorded before and after each step.
/** Every method of minting, the default first. */
const leaseMethods = ['scoped-role', 'role', 'assume-role', 'access-key'];
//# sourceMappingURL=journal.js.map
;// CONCATENATED MODULE: ./lib/mint-state.js
// What `main` leaves for its own `post` in the step's state. Inputs cannot serve: inside nested
// composite actions the runner hands `post` the wrong ones (actions/runner issue 2030).


const mint_state_name = 'mint';
/**
 * Saves the state. Each call replaces the one before, and the runner reads the file even when the step
 * is killed. The parent secret has to be masked before. `undefined` says that nothing is left to revoke.
 */
function saveMintState({ core }, state) {
    core.saveState(mint_state_name, state ? JSON.stringify(state) : '');
}
/**
 * The state of this step's `main`, or `undefined` when nothing was made or nothing is left of it. The
 * parent secret is masked before anything else can go wrong.
 *
 * @throws {ActionError} `ERR_STATE_INVALID`, which quotes nothing of it.
 */
function readMintState({ core }) {
    const saved = core.getState(mint_state_name);
    if (!saved)
        return undefined;
    const state = parse(saved);
    const secret = state?.connection?.apiSecret;
    if (typeof secret === 'string' && secret)
        core.setSecret(secret);
    if (isComplete(state))
        return state;
    throw new dist_errors/* ActionError */.l('ERR_STATE_INVALID', 'The state that main saved cannot be read, so post does not know which key to revoke. Another step may have changed it. A key may be left behind: run the sweep action, or look for keys with your name-prefix.');
}
// The parser's own error quotes the text, which holds the parent secret.
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function isComplete(state) {
    const { record, inputs, connection, handedOut } = state ?? {};
    return (typeof record?.name === 'string' &&
        leaseMethods.includes(record.method) &&
        Number.isSafeInteger(record.expiresAt) &&
        typeof inputs === 'object' &&
        (connection === undefined || typeof connection.apiKey === 'string') &&
        (handedOut === undefined || Array.isArray(handedOut.operations)));
}
/** What `post` has to know of the inputs. */
function toPost(inputs) {
    const { revoke, onRevokeFailure, usageReport, summary } = inputs;
    return { revoke, onRevokeFailure, usageReport, summary };
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/check-arguments.js
// Checks what callers without types hand in, before a TypeError would say less.

/** @throws {ExoIamError} `ERR_ARGUMENT_INVALID` naming the argument that is not an object, or not a list. */
function checkObjects(named) {
    for (const [name, value] of Object.entries(named)) {
        if (typeof value !== 'object' || value === null)
            throw invalidArgument(name, 'an object');
    }
}
/** @throws {ExoIamError} `ERR_ARGUMENT_INVALID`. */
function checkTexts(named) {
    for (const [name, value] of Object.entries(named)) {
        if (typeof value !== 'string')
            throw invalidArgument(name, 'a text');
    }
}
/** @throws {ExoIamError} `ERR_ARGUMENT_INVALID`. */
function checkLists(named) {
    for (const [name, value] of Object.entries(named)) {
        if (!Array.isArray(value))
            throw invalidArgument(name, 'an array');
    }
}
function invalidArgument(name, expected) {
    return new errors/* ExoIamError */.U('ERR_ARGUMENT_INVALID', `The argument "${name}" is missing or of another type. Expected ${expected}.`, { field: name });
}
//# sourceMappingURL=check-arguments.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/resources/list-of.js
var list_of = __webpack_require__(510);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/event.js

/**
 * The changes requested in the client's zone, by any key or user. Reads do not leave an event.
 *
 * @throws {ExoIamError} `ERR_ANSWER_UNREADABLE` for anything but a list.
 */
async function listEvents(client, { from, to, signal } = {}) {
    const query = {
        ...(from && { from: from.toISOString() }),
        ...(to && { to: to.toISOString() }),
    };
    const name = 'list-events';
    return (0,list_of/* listOf */.c)(name, await client.request(name, { query, signal }));
}
//# sourceMappingURL=event.js.map
// EXTERNAL MODULE: ../../node_modules/.pnpm/p-map@7.1.1/node_modules/p-map/index.js
var p_map = __webpack_require__(901);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/client/endpoint.js
var endpoint = __webpack_require__(651);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/zone.js

/** Every zone. Works without a valid key. */
async function listZones(client, { signal } = {}) {
    const name = 'list-zones';
    return (0,list_of/* listOf */.c)(name, await client.request(name, { signal }), 'zones');
}
//# sourceMappingURL=zone.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/for-each-zone.js
// Asks every zone the same thing: the audit trail, unlike IAM, is a zone's own. A zone that fails does
// not spoil the others.




/**
 * Lists the zones, unsigned, and calls with a client for each zone's own endpoint.
 *
 * A zone that was named and is not listed is among the failures, with `ERR_ZONE_INVALID`; one whose
 * endpoint cannot be used is too, with `ERR_ENDPOINT_INVALID`.
 *
 * @throws {ExoIamError} When the zones cannot be listed; and the signal's reason when it aborts.
 */
async function forEachZone(client, call, options = {}) {
    const { concurrency = 4, signal } = options;
    const listed = new Map((await listZones(client, { signal })).map((zone) => [zone?.name, zone]));
    const names = [...new Set(options.zones ?? listed.keys())];
    const callZone = async (name) => {
        const zone = listed.get(name);
        if (!zone)
            throw unknownZone(name, [...listed.keys()]);
        return call(clientOf(client, zone), zone);
    };
    const limits = { concurrency, ...(signal && { signal }) };
    const outcomes = await (0,p_map/* pMapSettled */.cF)(names, callZone, limits);
    const results = [];
    const failures = [];
    for (const [index, outcome] of outcomes.entries()) {
        const zone = names[index];
        if (outcome.status === 'fulfilled')
            results.push({ zone, value: outcome.value });
        else
            failures.push({ zone, error: outcome.reason });
    }
    return { results, failures };
}
// The response decides where signed requests go, and a signature does not cover the host. Anyone who gets
// a signed request can repeat it at the API until it expires, but cannot learn the secret. So the response
// must come over https (see resolveEndpoint), `at` checks its endpoints by the same rules, and an endpoint
// on this machine is allowed only if the client already uses one.
function clientOf(client, zone) {
    // An endpoint that is missing is a mistake: without one, `at` would mean the default zone.
    const zoneClient = client.at(zone['api-endpoint'] ?? '');
    if ((0,endpoint/* isLoopback */.U9)(client.endpoint) || !(0,endpoint/* isLoopback */.U9)(zoneClient.endpoint))
        return zoneClient;
    throw new errors/* ExoIamError */.U('ERR_ENDPOINT_INVALID', `The API names this machine as the endpoint of zone ${zone.name}. Expected a host of exoscale.com; check the endpoint and any proxy in between.`, { field: 'zones' });
}
function unknownZone(name, known) {
    return new errors/* ExoIamError */.U('ERR_ZONE_INVALID', `The API has no zone ${JSON.stringify(name)}. Expected one of ${known.join(', ')}.`, { field: 'zones' });
}
//# sourceMappingURL=for-each-zone.js.map
// EXTERNAL MODULE: ../../packages/exo-operations/dist/find-operation.js
var find_operation = __webpack_require__(668);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/usage/count-by-operation.js
function countByOperation(key, trail) {
    const all = trail.flatMap(({ zone, events }) => events.map((event) => ({ zone, ...event })));
    const own = withoutRepeats(all.filter((event) => isOf(key, event))).sort(byTime);
    return {
        used: count(own.filter((event) => !isRefused(event))),
        denied: count(own.filter(isRefused)),
        unattributed: own.filter(({ handler }) => !handler).length,
    };
}
function isOf({ apiKey, name }, { 'iam-api-key': caller }) {
    // Not every member is sure to be there. The name of a lease is as unambiguous as its key.
    return caller?.key === undefined ? caller?.name === name : caller.key === apiKey;
}
// One request counts once, should the trail of one zone also tell of another.
function withoutRepeats(events) {
    const ids = new Set();
    return events.filter(({ 'request-id': id, handler }) => {
        if (id === undefined)
            return true;
        const key = `${id} ${handler}`;
        return !ids.has(key) && ids.add(key);
    });
}
function byTime(a, b) {
    return timeOf(a) - timeOf(b);
}
function timeOf({ timestamp }) {
    return timestamp === undefined ? 0 : Date.parse(timestamp);
}
function isRefused({ status }) {
    return status === 401 || status === 403;
}
function count(events) {
    const uses = new Map();
    for (const { handler, zone, status } of events) {
        if (handler) {
            const before = uses.get(handler);
            uses.set(handler, {
                operation: handler,
                count: (before?.count ?? 0) + 1,
                zones: [...new Set([...(before?.zones ?? []), zone])].sort(),
                lastStatus: status ?? before?.lastStatus,
            });
        }
    }
    return [...uses.values()].sort((a, b) => b.count - a.count);
}
//# sourceMappingURL=count-by-operation.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/usage/summarize-usage.js
// From events of the audit trail to what a key did, and what it could have done without. Pure.



/** What a report cannot show. Print it with every report. */
const readsAreNotRecorded = 'The audit trail records changes, not reads. It does not show whether a granted read was used, so every read is kept.';
const retentionMs = 30 * 24 * 60 * 60 * 1000;
const polling = 'get-operation';
/** What a key did of what it could do, from a trail that was read already. Asks nothing. */
function summarizeUsage(lease, trail) {
    checkObjects({ lease, trail });
    checkLists({ operations: lease.operations, zones: trail.zones, failures: trail.failures });
    const { used, denied, unattributed } = countByOperation(lease, trail.zones);
    const granted = [...new Set(lease.operations)];
    const seen = new Set([...used, ...denied].map(({ operation }) => operation));
    const unseen = granted.filter((name) => !seen.has(name));
    const unused = unseen.filter((name) => (0,find_operation/* findOperation */.L)(name)?.access === 'write');
    const reads = unseen.filter((name) => (0,find_operation/* findOperation */.L)(name)?.access === 'read');
    const uncatalogued = unseen.filter((name) => !(0,find_operation/* findOperation */.L)(name));
    const complete = trail.failures.length === 0 &&
        unattributed === 0 &&
        lease.since.getTime() >= trail.readAt - retentionMs;
    return {
        name: lease.name,
        granted,
        used,
        denied,
        unused,
        reads,
        uncatalogued,
        suggestion: complete ? withoutUnused(granted, unused) : granted,
        complete,
        failures: trail.failures,
        note: readsAreNotRecorded,
    };
}
// Keeps refused operations too: the job needs them, and the reason may be a resource, not the operation.
function withoutUnused(granted, unused) {
    const kept = granted.filter((name) => !unused.includes(name));
    const waits = kept.some((name) => name !== polling && (0,find_operation/* findOperation */.L)(name)?.asynchronous);
    return waits ? kept : kept.filter((name) => name !== polling);
}
//# sourceMappingURL=summarize-usage.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/usage/usage-report.js
// Reads the audit trail of every zone and says what a key did of what it could do.




// The events' time is the server's, the lease's the runner's. Only the key's own events count, so a
// window that is too wide costs nothing and one that is too narrow would lose a use.
const clockToleranceMs = 10 * 60 * 1000;
/**
 * What a key did in every zone, and the narrower list of operations that would have done.
 *
 * Needs a key that may call `list-events`. When an event appears after its request is not documented: ask some
 * time after the job, within the 30 days that the API keeps.
 *
 * @example
 *   const report = await usageReport(client, { apiKey, name, operations, since, until });
 *   if (report.complete) console.log(report.suggestion.join(','));
 *
 * @throws {ExoIamError} When the zones cannot be listed. A zone that cannot be read is in `failures`.
 */
async function usageReport(client, lease, options = {}) {
    checkObjects({ lease, since: lease?.since, until: lease?.until });
    const { signal } = options;
    const from = new Date(lease.since.getTime() - clockToleranceMs);
    const to = new Date(lease.until.getTime() + clockToleranceMs);
    // A window that is still open is left open: then the server's clock says what is now.
    const window = to.getTime() < client.now() ? { from, to } : { from };
    const { results, failures } = await forEachZone(client, (zoneClient) => listEvents(zoneClient, { ...window, signal }), options);
    const zones = results.map(({ zone, value }) => ({ zone, events: value }));
    return summarizeUsage(lease, { zones, failures, readAt: client.now() });
}
//# sourceMappingURL=usage-report.js.map
;// CONCATENATED MODULE: ./lib/report-usage.js
// The input `usage-report`: what the key did of what it could do, from the audit trail.


// The report must not delay the job for longer.
const timeoutMs = 20_000;
/**
 * The report, told in the log; `undefined` when there is none. It is not worth a failed job: the parent
 * key may not be allowed to read the audit trail.
 */
async function reportUsage({ core, signal }, client, { record, handedOut }) {
    const { apiKey, name } = record;
    if (!handedOut || apiKey === undefined)
        return undefined;
    const { mintedAt, operations } = handedOut;
    const lease = { apiKey, name, operations, since: new Date(mintedAt * 1000), until: new Date() };
    const bound = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const warn = (why) => {
        core.warning(why, { title: 'The usage report is not complete' });
    };
    try {
        const usage = await usageReport(client, lease, { signal: bound });
        const [failure] = usage.failures;
        if (failure) {
            const zones = usage.failures.map(({ zone }) => zone).join(', ');
            warn(`The audit trail of ${zones} could not be read: ${(0,message_of/* messageOf */.b)(failure.error)}`);
        }
        core.info((0,plain_lines/* plainLines */.y1)(report_usage_describe(usage)));
        return usage;
    }
    catch (error) {
        warn(`The audit trail could not be read: ${(0,message_of/* messageOf */.b)(error)}`);
        return undefined;
    }
}
function report_usage_describe({ used, denied, unused, note }) {
    return [
        ...used.map(({ operation, count }) => `  used    ${operation}, ${times(count)}`),
        ...denied.map(({ operation, count }) => `  refused ${operation}, ${times(count)}`),
        ...unused.map((operation) => `  unused  ${operation}`),
        `  note    ${note}`,
    ];
}
function times(count) {
    return count === 1 ? 'once' : `${count} times`;
}

// EXTERNAL MODULE: ./lib/revocation-timeout.js
var revocation_timeout = __webpack_require__(245);
// EXTERNAL MODULE: ./lib/take-back.js + 1 modules
var take_back = __webpack_require__(781);
;// CONCATENATED MODULE: ./lib/revoke-key.js
// What `post` does, from the state alone: revoke, blank what was exported, and report. Nothing that can
// fail comes before the revocation.







async function revokeKey(step) {
    const { core } = step;
    const state = readMintState(step);
    if (!state) {
        core.info('Nothing to revoke.');
        return;
    }
    const { connection, record, inputs, handedOut } = state;
    const client = connection && (0,post_client/* createPostClient */._)(step, connection);
    const timeoutMs = (0,revocation_timeout/* revocationTimeoutMs */.i)(step);
    const { fate, error, away } = await endLease(step, client, { ...state, timeoutMs });
    if (away)
        await (0,revocation_timeout/* noteAway */.p)(step);
    if (handedOut)
        (0,take_back/* takeBack */.z)(step, handedOut.exported);
    await (0,try_report/* tryReport */.W)(step, async () => {
        const wanted = client && inputs.usageReport && fate !== 'left';
        const usage = wanted ? await reportUsage(step, client, state) : undefined;
        if (!inputs.summary)
            return;
        const endedAt = Math.floor(Date.now() / 1000);
        await (0,write_summary/* writeSummary */.S)(step, (0,end_summary/* endSummary */.o)({ record, handedOut, fate, endedAt, usage }));
    });
    if (!error)
        return;
    if (inputs.onRevokeFailure === 'fail')
        throw error;
    core.warning(error.message, { title: 'The Exoscale key was not revoked' });
}

;// CONCATENATED MODULE: ./lib/run-post.js
// The part of `post` that is loaded only when there is something to revoke.


async function runPost() {
    await (0,run_step/* runStep */.e)('The Exoscale key was not revoked', revokeKey, { phase: 'post' });
}


/***/ }),

/***/ 57:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ findRole)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(491);
/* harmony import */ var _nearest_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(753);
/* harmony import */ var _resources_iam_role_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(686);



/**
 * The role of that id or name.
 *
 * @throws {ExoIamError} `ERR_ROLE_NOT_FOUND` naming what is near it; `ERR_ROLE_AMBIGUOUS` when two have
 *   the name, with their ids.
 */
async function findRole(client, idOrName, options = {}) {
    const { field = 'role', signal } = options;
    const roles = await (0,_resources_iam_role_js__WEBPACK_IMPORTED_MODULE_0__/* .listIamRoles */ .tX)(client, { signal });
    const byId = roles.find(({ id }) => id === idOrName);
    if (byId)
        return byId;
    const [role, ...others] = roles.filter(({ name }) => name === idOrName);
    if (role && others.length === 0)
        return role;
    if (role) {
        const ids = [role, ...others].map(({ id }) => id).join(', ');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ExoIamError */ .U('ERR_ROLE_AMBIGUOUS', `${others.length + 1} roles are called ${JSON.stringify(idOrName)}: ${ids}. Give the id of the one you mean.`, { field });
    }
    // The specification requires no member of a role, not even its name.
    const names = roles.map(({ name }) => name).filter((name) => typeof name === 'string');
    const hint = (0,_nearest_names_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(idOrName, names);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ExoIamError */ .U('ERR_ROLE_NOT_FOUND', `The organization does not have a role ${JSON.stringify(idOrName)}${hint}. Expected the name or the id of an existing role; the parent key needs permission for list-iam-roles.`, { field });
}
//# sourceMappingURL=find-role.js.map

/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J3: () => (/* binding */ listAccessKeys),
/* harmony export */   MV: () => (/* binding */ revokeAccessKey),
/* harmony export */   k$: () => (/* binding */ getAccessKey),
/* harmony export */   oy: () => (/* binding */ createAccessKey),
/* harmony export */   vG: () => (/* binding */ listAccessKeyKnownOperations)
/* harmony export */ });
/* unused harmony export listAccessKeyOperations */
/* harmony import */ var _check_key_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(373);
/* harmony import */ var _list_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(510);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(129);



const operations = {
    create: { name: 'create-access-key', method: 'POST', path: '/access-key' },
    list: { name: 'list-access-keys', method: 'GET', path: '/access-key' },
    get: { name: 'get-access-key', method: 'GET', path: '/access-key/{key}' },
    revoke: { name: 'revoke-access-key', method: 'DELETE', path: '/access-key/{key}' },
    listKnown: {
        name: 'list-access-key-known-operations',
        method: 'GET',
        path: '/access-key-known-operations',
    },
    listOwn: { name: 'list-access-key-operations', method: 'GET', path: '/access-key-operations' },
};
/**
 * Creates a legacy key. A role-based key is known to be refused this. Never repeated blindly: when the
 * answer is lost, a key may exist whose secret nobody has.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 *
 * @param key Without operations, tags and resources it may do whatever the signing key may.
 */
async function createAccessKey(client, key, { signal } = {}) {
    const { create } = operations;
    const answer = await client.request(create, { body: key, signal });
    return (0,_check_key_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .checkKeyAnswer */ .s)(create.name, answer);
}
/**
 * Every legacy key of the organization.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
async function listAccessKeys(client, { signal } = {}) {
    const { list } = operations;
    return (0,_list_of_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c)(list.name, await client.request(list, { signal }), 'access-keys');
}
/**
 * One legacy key.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
function getAccessKey(client, key, { signal } = {}) {
    return client.request(operations.get, { path: { key }, signal });
}
/**
 * Revokes a legacy key and waits until it is gone. The keys it made live on.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 *
 * @throws {ExoIamError} `ERR_NOT_FOUND` when it is gone already.
 */
async function revokeAccessKey(client, key, { signal } = {}) {
    const request = { path: { key }, signal };
    const operation = await client.request(operations.revoke, request);
    await (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForOperation */ .o)(client, operation, { signal });
}
/**
 * Every operation that a legacy key can be restricted to, with its tags.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
function listAccessKeyKnownOperations(client, options = {}) {
    return readOperations(client, operations.listKnown, options);
}
/**
 * The operations of the legacy key that signs.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
function listAccessKeyOperations(client, options = {}) {
    return readOperations(client, operations.listOwn, options);
}
async function readOperations(client, operation, { signal }) {
    const answer = await client.request(operation, { signal });
    return (0,_list_of_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c)(operation.name, answer, 'access-key-operations');
}
//# sourceMappingURL=access-key.js.map

/***/ }),

/***/ 278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CG: () => (/* binding */ getApiKey),
/* harmony export */   Iq: () => (/* binding */ createApiKey),
/* harmony export */   Lh: () => (/* binding */ deleteApiKey),
/* harmony export */   d5: () => (/* binding */ listApiKeys)
/* harmony export */ });
/* harmony import */ var _check_key_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(373);
/* harmony import */ var _list_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(510);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(129);



/**
 * Creates a key for a role. Never retried blindly: if the response is lost, a key may exist whose
 * secret is unknown.
 *
 * @param key `name` of 1 to 255 characters, `role-id` a UUID.
 */
async function createApiKey(client, key, { signal } = {}) {
    const name = 'create-api-key';
    return (0,_check_key_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .checkKeyAnswer */ .s)(name, await client.request(name, { body: key, signal }));
}
/** Every key of the organization. The API does not page the list. */
async function listApiKeys(client, { signal } = {}) {
    const name = 'list-api-keys';
    return (0,_list_of_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c)(name, await client.request(name, { signal }), 'api-keys');
}
/** One key. */
function getApiKey(client, key, { signal } = {}) {
    return client.request('get-api-key', { path: { id: key }, signal });
}
/**
 * Deletes a key and waits until it is gone.
 *
 * @throws {ExoIamError} `ERR_NOT_IN_ORGANIZATION` or `ERR_NOT_FOUND` when it is gone already.
 */
async function deleteApiKey(client, key, { signal } = {}) {
    const operation = await client.request('delete-api-key', {
        path: { id: key },
        signal,
    });
    await (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForOperation */ .o)(client, operation, { signal });
}
//# sourceMappingURL=api-key.js.map

/***/ }),

/***/ 373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ checkKeyAnswer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(491);
// Checks a response that contains a new secret before anything uses it.

/**
 * Returns the response if key and secret are usable and safe to pass on: one word of printable ASCII
 * each. A line break in either could write commands into the log of a runner.
 *
 * @throws {ExoIamError} `ERR_ANSWER_UNREADABLE`, uncertain, since a key may exist anyway.
 */
function checkKeyAnswer(operation, answer) {
    const words = [answer?.key, answer?.secret];
    if (answer && words.every((word) => typeof word === 'string' && /^[!-~]+$/.test(word))) {
        return answer;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExoIamError */ .U('ERR_ANSWER_UNREADABLE', `${operation} did not return a usable key and secret. Expected the response of an Exoscale API; check the endpoint and any proxy in between.`, { operation, uncertain: true });
}
//# sourceMappingURL=check-key-answer.js.map

/***/ }),

/***/ 686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eD: () => (/* binding */ createIamRole),
/* harmony export */   jK: () => (/* binding */ deleteIamRole),
/* harmony export */   tX: () => (/* binding */ listIamRoles),
/* harmony export */   u: () => (/* binding */ getIamRole)
/* harmony export */ });
/* unused harmony exports updateIamRole, updateIamRolePolicy */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(491);
/* harmony import */ var _list_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(510);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(129);
// The resource `iam-role`. Schemas: iam-role and the operations on it.




/** Creates a role whose policy was compiled or checked, waits for it and gives its id. */
async function createIamRole(client, role, { signal } = {}) {
    const answer = await client.request('create-iam-role', {
        body: role,
        signal,
    });
    const { reference } = await (0,_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .waitForOperation */ .o)(client, answer, { signal });
    if (reference?.id)
        return reference.id;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ExoIamError */ .U('ERR_ANSWER_UNREADABLE', 'create-iam-role did not return the id of the role. A role may exist; look for it by its name.', {
        operation: 'create-iam-role',
        uncertain: true,
    });
}
/** Every role of the organization. The API does not page the list. */
async function listIamRoles(client, { signal } = {}) {
    const name = 'list-iam-roles';
    return (0,_list_of_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c)(name, await client.request(name, { signal }), 'iam-roles');
}
/** One role, with its policy. */
function getIamRole(client, id, { signal } = {}) {
    return client.request('get-iam-role', { path: { id }, signal });
}
/** Changes a role, all but its name and its policy, and waits until that is done. */
async function updateIamRole(client, id, options) {
    checkObjects({ options, changes: options?.changes });
    const { changes, signal } = options;
    const request = { path: { id }, body: changes, signal };
    const operation = await client.request('update-iam-role', request);
    await waitForOperation(client, operation, { signal });
}
/** Replaces a role's policy, for every key of the role, and waits until that is done. */
async function updateIamRolePolicy(client, id, options) {
    checkObjects({ options, policy: options?.policy });
    const { policy, signal } = options;
    const request = { path: { id }, body: policy, signal };
    const operation = await client.request('update-iam-role-policy', request);
    await waitForOperation(client, operation, { signal });
}
/**
 * Deletes a role and waits until it is gone. The API refuses while a key is attached to it.
 *
 * @throws {ExoIamError} `ERR_NOT_FOUND` when it is gone already.
 */
async function deleteIamRole(client, id, { signal } = {}) {
    const operation = await client.request('delete-iam-role', {
        path: { id },
        signal,
    });
    await (0,_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .waitForOperation */ .o)(client, operation, { signal });
}
//# sourceMappingURL=iam-role.js.map

/***/ }),

/***/ 510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(491);
// Reads the list in a response. Refuses anything else: as an empty list it would mean that nothing is left.

/**
 * The list that an answer holds in a member, or is.
 *
 * @throws {ExoIamError} `ERR_ANSWER_UNREADABLE` for anything else.
 */
function listOf(operation, answer, member) {
    const list = member === undefined ? answer : memberOf(answer, member);
    if (Array.isArray(list))
        return list;
    const where = member === undefined ? '' : ` in "${member}"`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExoIamError */ .U('ERR_ANSWER_UNREADABLE', `${operation} did not return a list${where}. Expected the response of an Exoscale API; check the endpoint and any proxy in between.`, { operation });
}
function memberOf(answer, member) {
    return typeof answer === 'object' && answer !== null
        ? answer[member]
        : undefined;
}
//# sourceMappingURL=list-of.js.map

/***/ }),

/***/ 129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ waitForOperation)
/* harmony export */ });
/* harmony import */ var _client_clean_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(565);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(491);
// Asynchronous operations: the answer `operation`, and waiting for it.


// IAM operations are usually done in their first answer. Where they are not, start fast, then fall
// back to what the official clients do: every 3 s, and ever slower after half a minute.
const firstDelaysMs = [200, 400, 800, 1600];
const steadyDelayMs = 3000;
/**
 * Waits until an operation is done and gives it back.
 *
 * @throws {ExoIamError} `ERR_OPERATION_FAILED` when it failed, `ERR_TIMEOUT` when it is still pending,
 *   `ERR_ANSWER_UNREADABLE` when it is not an operation. All of them are uncertain.
 */
async function waitForOperation(client, operation, options = {}) {
    const { timeoutMs = 120_000, signal } = options;
    const startedAt = client.elapsed();
    let current = checked(operation);
    for (let poll = 0; current.state === 'pending'; poll += 1) {
        const elapsedMs = client.elapsed() - startedAt;
        const delayMs = firstDelaysMs[poll] ?? Math.max(steadyDelayMs, elapsedMs / 15);
        if (elapsedMs + delayMs > timeoutMs) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExoIamError */ .U('ERR_TIMEOUT', `Operation ${current.id} was still pending after ${Math.round(elapsedMs / 1000)} s. Ask for it later with get-operation.`, { uncertain: true });
        }
        await client.sleep(delayMs, signal);
        const { id } = operation;
        current = checked(await client.request('get-operation', { path: { id }, signal }));
    }
    if (current.state === 'success')
        return current;
    const said = [current.reason, current.message].filter(Boolean).join(': ');
    const why = (0,_client_clean_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanText */ .X)(said) || 'without a reason';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExoIamError */ .U('ERR_OPERATION_FAILED', `Operation ${current.id} ended as ${current.state}, ${why}. Check whether it took effect before you try again.`, { uncertain: true });
}
const states = ['pending', 'success', 'failure', 'timeout'];
// Without a state the result is unknown, and without an id the client cannot ask for it.
function checked(operation) {
    const { id, state } = operation ?? {};
    if (states.includes(state) && (id || state !== 'pending'))
        return operation;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExoIamError */ .U('ERR_ANSWER_UNREADABLE', 'The API did not return an operation: the response lacks a state, or an id to poll. Expected the response of an Exoscale API; check the endpoint and any proxy in between.', { uncertain: true });
}
//# sourceMappingURL=operation.js.map

/***/ }),

/***/ 460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ compileScope)
});

// EXTERNAL MODULE: ../../packages/exo-operations/dist/operations.js + 1 modules
var operations = __webpack_require__(368);
;// CONCATENATED MODULE: ../../packages/exo-operations/dist/service-classes.js
// The classes that policies are made of.

/** Every class that an operation of the catalogue belongs to, sorted by name. */
const serviceClasses = /* @__PURE__ */ [
    ...new Set(operations/* operations */.z.map(({ serviceClass }) => serviceClass)),
]
    .sort()
    .map((name) => ({
    name,
    confirmed: operations/* operations */.z.some((operation) => operation.serviceClass === name && operation.serviceClassConfirmed),
}));
//# sourceMappingURL=service-classes.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/errors.js
var errors = __webpack_require__(491);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/nearest-names.js
var nearest_names = __webpack_require__(753);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/policy-classes.js
// The service classes that a policy can name.

/** `compute-legacy` appears in published policies, but the catalogue has no operation of it. */
const policyClasses = [
    ...serviceClasses.map(({ name }) => name),
    'compute-legacy',
];
/** Notes on the classes that the catalogue does not know. */
function noteUnknownClasses({ services }) {
    const unknown = Object.keys(services).filter((name) => !policyClasses.includes(name));
    if (unknown.length === 0)
        return [];
    return [
        `The catalogue does not know the class ${unknown.join(', ')} of the policy. If the API does not either, what stands there has no effect.`,
    ];
}
//# sourceMappingURL=policy-classes.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/check-policy.js
// Checks a policy that was written by hand, since the API accepts almost anything without an error.



/**
 * Returns the policy if it is valid: an object that denies by default, whose classes and rules have the
 * documented form and no other members. Expressions are not evaluated. A class with the type "rules" and
 * without rules, as Terraform sends it, is denied: it is given back with the type "deny". A class that the
 * catalogue does not know passes, unless its name is near that of a known one.
 *
 * @throws {ExoIamError} `ERR_POLICY_INVALID`, with the place and what was expected there.
 */
function checkPolicy(value, origin = 'policy') {
    try {
        check(value, origin === 'policy');
    }
    catch (error) {
        if (!(error instanceof PolicyProblem))
            throw error;
        const whose = origin === 'policy' ? 'the policy' : 'the policy of the template';
        const message = `In ${whose}, ${error.message}.`;
        throw new errors/* ExoIamError */.U('ERR_POLICY_INVALID', message, { field: origin });
    }
    return denyWithoutRules(value);
}
function denyWithoutRules(policy) {
    const entries = Object.entries(policy.services);
    const hasRules = ([, service]) => service.type !== 'rules' || Array.isArray(service.rules);
    if (entries.every(hasRules))
        return policy;
    const services = entries.map((entry) => hasRules(entry) ? entry : [entry[0], { type: 'deny' }]);
    return { ...policy, services: Object.fromEntries(services) };
}
class PolicyProblem extends Error {
}
function check(value, byHand) {
    const policy = object(value, 'the top level');
    const { 'default-service-strategy': strategy, services } = policy;
    if (byHand) {
        refuseRole(policy);
        refuseOthers(policy, 'the top level', ['default-service-strategy', 'services']);
        oneOf(strategy, 'default-service-strategy', ['deny']);
    }
    oneOf(strategy, 'default-service-strategy', ['allow', 'deny']);
    for (const [name, each] of Object.entries(object(services, 'services'))) {
        const place = `services.${name}`;
        if (byHand)
            checkClass(name, place);
        checkService(object(each, place), place, byHand);
    }
}
// What the API gives for a role, or takes for a new one.
function refuseRole(policy) {
    if (typeof policy['policy'] !== 'object' || policy['policy'] === null)
        return;
    const expected = 'the value of its member "policy" alone';
    throw problemAt('the top level', 'is a whole role and not a policy', expected);
}
// The API has classes that its specification does not name, so an unknown one may be right.
function checkClass(name, place) {
    if (policyClasses.includes(name))
        return;
    const hint = (0,nearest_names/* didYouMean */.a)(name, policyClasses);
    if (hint === '' && /^[a-z][a-z0-9-]*$/.test(name))
        return;
    const expected = `a service class (${policyClasses.join(', ')})${hint}`;
    throw problemAt(place, 'is not a known service class', expected);
}
function checkService(service, place, byHand) {
    const { type, rules } = service;
    oneOf(type, `${place}.type`, ['allow', 'deny', 'rules']);
    if (byHand)
        refuseOthers(service, place, ['type', 'rules']);
    if (type !== 'rules') {
        // The API ignores rules next to "allow", but their author expects them to restrict.
        if (byHand && !isEmpty(rules)) {
            throw problemAt(`${place}.rules`, `is given beside ${JSON.stringify(type)}`, 'the type "rules"');
        }
        return;
    }
    if (rules === undefined || rules === null)
        return;
    if (!Array.isArray(rules))
        throw problemAt(`${place}.rules`, 'is not a list', 'a list of rules');
    if (byHand && rules.length === 0)
        throw problemAt(`${place}.rules`, 'is empty', 'a rule');
    for (const [index, each] of rules.entries()) {
        checkRule(object(each, `${place}.rules[${index}]`), `${place}.rules[${index}]`, byHand);
    }
}
function checkRule(rule, place, byHand) {
    const { action, expression, resources } = rule;
    oneOf(action, `${place}.action`, ['allow', 'deny']);
    if (typeof expression !== 'string' || expression.trim() === '') {
        throw problemAt(`${place}.expression`, 'is empty or not a string', 'a CEL expression');
    }
    if (!byHand)
        return;
    refuseOthers(rule, place, ['action', 'expression', 'resources']);
    if (!isEmpty(resources)) {
        const instead = 'a condition in the expression, such as parameters.bucket';
        throw problemAt(`${place}.resources`, 'has no effect, since the API ignores it', instead);
    }
}
function refuseOthers(value, place, names) {
    const other = Object.keys(value).find((name) => !names.includes(name));
    if (other === undefined)
        return;
    const problem = `has the member ${JSON.stringify(other)}${(0,nearest_names/* didYouMean */.a)(other, names)}, which has no effect`;
    throw problemAt(place, problem, names.join(', '));
}
function oneOf(value, place, allowed) {
    if (allowed.includes(value))
        return;
    const words = allowed.map((each) => JSON.stringify(each)).join(' or ');
    throw problemAt(place, `is ${JSON.stringify(value)}`, words);
}
function object(value, place) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw problemAt(place, 'is not an object', 'a JSON object as the API documents it for iam-policy');
}
function isEmpty(list) {
    return list === undefined || list === null || (Array.isArray(list) && list.length === 0);
}
function problemAt(place, problem, expected) {
    return new PolicyProblem(`${place} ${problem}. Expected ${expected}`);
}
//# sourceMappingURL=check-policy.js.map
;// CONCATENATED MODULE: ../../packages/exo-operations/dist/s3-operations.js
// The object storage's operations, which policies of class `sos` know and the specification does not.
// Seen in policies published by Exoscale or applied by its users.
const confirmed = [
    'abort-multipart-upload',
    'create-bucket',
    'delete-bucket',
    'delete-bucket-lifecycle',
    'delete-object',
    'get-bucket-acl',
    'get-bucket-cors',
    'get-bucket-encryption',
    'get-bucket-location',
    'get-bucket-ownership-controls',
    'get-bucket-policy',
    'get-bucket-tagging',
    'get-bucket-versioning',
    'get-object',
    'get-object-lock-configuration',
    'head-bucket',
    'head-object',
    'list-buckets',
    'list-multipart-uploads',
    'list-object-versions',
    'list-objects',
    'put-bucket-lifecycle',
    'put-object',
];
// Today's form of names that legacy access keys used.
const derived = [
    'get-object-acl',
    'get-object-legal-hold',
    'get-object-retention',
    'put-bucket-acl',
    'put-bucket-cors',
    'put-bucket-ownership-controls',
    'put-bucket-versioning',
    'put-object-acl',
    'put-object-legal-hold',
    'put-object-lock-configuration',
    'put-object-retention',
];
const bucketless = ['list-buckets'];
/** Every S3 operation known by name. There are more: see the README. */
const s3Operations = /* @__PURE__ */ [
    ...confirmed.map((name) => ({ name, confirmed: true, bucketless: bucketless.includes(name) })),
    ...derived.map((name) => ({ name, confirmed: false, bucketless: false })),
].sort((a, b) => (a.name < b.name ? -1 : 1));
//# sourceMappingURL=s3-operations.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/known-operation.js
// Every operation a policy can name: those of the API and those of S3.

const knownOperations = [
    ...operations/* operations */.z.map(({ name, serviceClass, asynchronous, tags, serviceClassConfirmed }) => ({
        name,
        serviceClass,
        // Its answer is an operation too, but it is the question, not something to ask about.
        asynchronous: asynchronous && name !== 'get-operation',
        tags,
        confirmed: serviceClassConfirmed,
        bucketless: name === 'list-sos-buckets-usage',
    })),
    ...s3Operations.map(({ name, confirmed, bucketless }) => ({
        name,
        serviceClass: 'sos',
        asynchronous: false,
        tags: [],
        confirmed,
        bucketless,
    })),
];
const byName = new Map(knownOperations.map((operation) => [operation.name, operation]));
function findKnownOperation(name) {
    return byName.get(name);
}
/**
 * The operations of the object storage that make or remove a whole bucket. Naming a bucket does not grant
 * them: a scope that needs them beside resources names them among its operations.
 */
const bucketMaking = ['create-bucket', 'delete-bucket'];
//# sourceMappingURL=known-operation.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/class-rules.js

/** The policy of a class that grants this, of the object storage for these buckets alone. */
function classPolicy(grant, buckets) {
    if (buckets.length > 0)
        return { type: 'rules', rules: bucketRules(grant, buckets) };
    if (grant.whole)
        return { type: 'allow' };
    return { type: 'rules', rules: [{ action: 'allow', expression: isOneOf(grant) }] };
}
/**
 * The documented order for one bucket: what is about no bucket, then a denial of every other bucket and
 * of making and removing this one, then the rest. The last rule asks for the bucket once more, so that
 * a request without a bucket is denied too: the API cannot evaluate the denial for it and skips that.
 */
function bucketRules(grant, buckets) {
    const operations = [...grant.operations.values()];
    const bucketless = operations.filter((operation) => operation.bucketless).map(({ name }) => name);
    const ofBucket = `parameters.bucket in ${list(buckets)}`;
    const named = operations.filter((operation) => !operation.bucketless).map(({ name }) => name);
    return [
        ...(bucketless.length > 0
            ? [{ action: 'allow', expression: `operation in ${list(bucketless)}` }]
            : []),
        { action: 'deny', expression: `!(${ofBucket})` },
        ...bucketMakingRules(grant),
        {
            action: 'allow',
            expression: grant.whole ? ofBucket : `operation in ${list(named)} && ${ofBucket}`,
        },
    ];
}
// The class as a whole has operations that are not granted one by one, and these two are not among them
// unless they are.
function bucketMakingRules({ whole, operations }) {
    const denied = bucketMaking.filter((name) => whole && !operations.has(name));
    return denied.length > 0 ? [{ action: 'deny', expression: `operation in ${list(denied)}` }] : [];
}
/** Rules in front of a template's, which deny what a narrower grant does not have. */
function narrowingRules(grant, buckets) {
    const rules = grant.whole
        ? []
        : [{ action: 'deny', expression: `!(${isOneOf(grant)})` }];
    if (buckets.length > 0) {
        const bucketless = [...grant.operations.values()].filter((operation) => operation.bucketless);
        const spared = bucketless.map(({ name }) => name);
        const elsewhere = `!(parameters.bucket in ${list(buckets)})`;
        const others = spared.length > 0 ? `!(operation in ${list(spared)}) && ` : '';
        // Two rules: without a bucket the second cannot be evaluated and is skipped.
        rules.push({ action: 'deny', expression: `${others}!parameters.has('bucket')` }, { action: 'deny', expression: `${others}${elsewhere}` }, ...bucketMakingRules(grant));
    }
    return rules;
}
function isOneOf({ operations }) {
    return `operation in ${list([...operations.keys()])}`;
}
function list(names) {
    return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}
//# sourceMappingURL=class-rules.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/grants.js
function grantOperation(grants, serviceClass, operation) {
    grantOf(grants, serviceClass).operations.set(operation.name, operation);
}
function grantClass(grants, serviceClass) {
    grantOf(grants, serviceClass).whole = true;
}
/** Every operation granted, once. */
function grantedOperations(grants) {
    const all = [...grants.values()].flatMap(({ operations }) => Array.from(operations.values()));
    return [...new Set(all)];
}
function grantOf(grants, serviceClass) {
    const grant = grants.get(serviceClass) ?? { whole: false, operations: new Map() };
    grants.set(serviceClass, grant);
    return grant;
}
//# sourceMappingURL=grants.js.map
;// CONCATENATED MODULE: ../../packages/exo-operations/dist/legacy-sos-name.js
// What the operations of the object storage were called for legacy access keys (until 2024).

// Names that do not follow the rule below.
const irregular = new Map([
    ['get-sos-bucket-object-lock-configuration', 'get-object-lock-configuration'],
    ['list-sos-bucket', 'list-objects'],
    ['list-sos-bucket-multipart-uploads', 'list-multipart-uploads'],
    ['list-sos-bucket-versions', 'list-object-versions'],
    ['put-sos-bucket-object-lock-configuration', 'put-object-lock-configuration'],
]);
/**
 * Today's name of a legacy operation of the object storage, or `undefined` when it has none or is no
 * legacy name: `get-sos-object` is `get-object`.
 */
function fromLegacySosName(name) {
    const today = irregular.get(name) ?? name.replace('-sos-', '-');
    return today !== name && s3Operations.some((each) => each.name === today) ? today : undefined;
}
//# sourceMappingURL=legacy-sos-name.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/scope/visible.js
var visible = __webpack_require__(287);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/resolve-operations.js
// From operation names to what is known of them, refusing what neither the API nor S3 has.





/**
 * The operations of these names. Names of legacy access keys become today's, with a note.
 *
 * @throws {ExoIamError} `ERR_OPERATION_UNKNOWN` naming the unknown ones, ten at most, and what is near them.
 */
function resolveOperations(names) {
    const found = [];
    const unknown = [];
    const notes = [];
    for (const name of names) {
        const today = fromLegacySosName(name);
        const operation = findKnownOperation(today ?? name);
        if (operation)
            found.push(operation);
        else
            unknown.push(name);
        if (today !== undefined)
            notes.push(`${name} is a name of legacy keys; it is ${today} today.`);
    }
    if (unknown.length > 0) {
        throw new errors/* ExoIamError */.U('ERR_OPERATION_UNKNOWN', `The API has no operation ${describe(unknown)}. Expected names of the API reference such as list-zones, or of S3 such as get-object; a name that does not exist would allow nothing. If the name is newer than this catalogue, use a policy instead.`, { field: 'operations' });
    }
    return { operations: found, notes };
}
const maxNamed = 10;
function describe(unknown) {
    const named = unknown.slice(0, maxNamed).map((name) => `${(0,visible/* visible */.R)(name)}${hintFor(name)}`);
    const rest = unknown.length - named.length;
    return `${named.join(', no ')}${rest > 0 ? `, and ${rest} more are unknown` : ''}`;
}
// A folded YAML block joins lines by spaces, and `\\n` in single quotes stays as it is.
function hintFor(name) {
    return /\s|;|\\n/.test(name)
        ? ' (several names? Separate them by commas or line breaks: in YAML `operations: |`, not `>`)'
        : (0,nearest_names/* didYouMean */.a)(name, allNames);
}
const allNames = knownOperations.map(({ name }) => name);
//# sourceMappingURL=resolve-operations.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/resolve-tags.js
// From tags to the operations they stand for.





/**
 * What tags stand for. A service class is all of it; a tag of the specification its operations; `read`
 * every `get-…` and `list-…`; two with a colon what both have.
 *
 * @throws {ExoIamError} `ERR_TAG_UNKNOWN` naming what is near it.
 */
function resolveTags(tags) {
    return tags.map((tag) => {
        const parts = tag.split(':');
        const operations = knownOperations.filter((operation) => parts.every((part) => predicateOf(part)(operation)));
        if (operations.length > 0) {
            return { tag, wholeClass: classNames.includes(tag) ? tag : undefined, operations };
        }
        throw unknownTag(`The tag ${(0,visible/* visible */.R)(tag)} does not stand for any operation`);
    });
}
const classNames = serviceClasses.map(({ name }) => name);
const tagNames = [...new Set(knownOperations.flatMap(({ tags }) => tags))];
function predicateOf(part) {
    if (part === 'read')
        return ({ name }) => name.startsWith('get-') || name.startsWith('list-');
    // The class goes first: `compute` the class has more than `compute` the tag.
    if (classNames.includes(part))
        return ({ serviceClass }) => serviceClass === part;
    if (tagNames.includes(part))
        return ({ tags }) => tags.includes(part);
    const hint = (0,nearest_names/* didYouMean */.a)(part, [...new Set([...classNames, ...tagNames, 'read'])]);
    throw unknownTag(`The tag ${(0,visible/* visible */.R)(part)} does not exist${hint}`);
}
function unknownTag(problem) {
    return new errors/* ExoIamError */.U('ERR_TAG_UNKNOWN', `${problem}. Expected a service class (${classNames.join(', ')}), a tag of the API reference such as "instance", "read", or two of them with a colon such as "compute:read".`, { field: 'tags' });
}
//# sourceMappingURL=resolve-tags.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/collect-grants.js
// From operations, tags and resources to grants, refusing what would grant more than it says.





/** @throws {ExoIamError} `ERR_OPERATION_UNKNOWN`, `ERR_TAG_UNKNOWN`, `ERR_SCOPE_CONFLICT`. */
function collectGrants(scope) {
    const { operations: names = [], tags: tagNames = [], resources = [] } = scope;
    const grants = new Map();
    const resolved = resolveOperations(names);
    for (const operation of resolved.operations) {
        grantOperation(grants, operation.serviceClass, operation);
    }
    const tags = resolveTags(tagNames);
    for (const { wholeClass, operations } of tags) {
        if (wholeClass !== undefined)
            grantClass(grants, wholeClass);
        for (const operation of operations)
            grantOperation(grants, operation.serviceClass, operation);
    }
    const leftOut = resources.length > 0 ? restrictToResources(grants, resolved.operations) : [];
    return {
        grants,
        tags: Object.fromEntries(tags.map(({ tag, operations }) => [tag, operations.map(nameOf)])),
        notes: [...resolved.notes, ...leftOut],
    };
}
/** Gives notes on what was left out. */
function restrictToResources(grants, named) {
    const open = [...grants].filter(([name, { whole }]) => whole && name !== 'sos');
    if (open.length > 0) {
        const classes = open.map(([name]) => name).join(', ');
        throw new errors/* ExoIamError */.U('ERR_SCOPE_CONFLICT', `Resources restrict only the object storage, and the tags allow everything in ${classes}. Name the operations of ${classes} that the job needs, or mint a separate key for them.`, { field: 'resources' });
    }
    if (grants.size === 0) {
        for (const operation of knownOperations) {
            if (operation.serviceClass === 'sos' && !bucketMaking.includes(operation.name)) {
                grantOperation(grants, 'sos', operation);
            }
        }
    }
    const storage = grants.get('sos');
    if (!storage) {
        throw new errors/* ExoIamError */.U('ERR_SCOPE_CONFLICT', 'The resources restrict the object storage, but the scope has no operation of it. Add S3 operations such as get-object or the tag sos, or leave out the resources.', { field: 'resources' });
    }
    const meant = named.map(nameOf);
    const leftOut = bucketMaking.filter((name) => !meant.includes(name) && storage.operations.delete(name));
    if (leftOut.length === 0)
        return [];
    return [
        `Left out: ${leftOut.join(', ')}. Resources are for work inside buckets. If the job creates or deletes buckets, add these to the operations.`,
    ];
}
function nameOf({ name }) {
    return name;
}
//# sourceMappingURL=collect-grants.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/grant-polling.js
// Decides about `get-operation`, without which a key cannot ask how its asynchronous operations ended.


const grant_polling_name = 'get-operation';
/** Adds `get-operation` to the grants or removes it from them, with a note. */
function grantPolling(grants, { getOperation = 'auto' }) {
    const awaiting = [...grants].filter(([, { operations }]) => [...operations.values()].some(({ asynchronous }) => asynchronous));
    if (getOperation === 'deny') {
        for (const [serviceClass, grant] of grants) {
            // A whole class would still include it, and so might any class with asynchronous operations. Grant
            // the known operations of the class instead.
            const held = grant.operations.delete(grant_polling_name);
            if (held || awaiting.some(([each]) => each === serviceClass))
                grant.whole = false;
            if (grant.operations.size === 0)
                grants.delete(serviceClass);
        }
        const note = 'The key may start asynchronous operations but cannot ask for their results, since get-operation is denied.';
        return { added: [], notes: awaiting.length > 0 ? [note] : [] };
    }
    const polling = findKnownOperation(grant_polling_name);
    if (!polling || (getOperation === 'auto' && awaiting.length === 0))
        return { added: [], notes: [] };
    const asked = [...grants.values()].some(({ operations }) => operations.has(grant_polling_name));
    // The class that decides about it is not documented, so allow it in its own class and where it is needed.
    for (const serviceClass of [polling.serviceClass, ...awaiting.map(([each]) => each)]) {
        grantOperation(grants, serviceClass, polling);
    }
    if (asked)
        return { added: [], notes: [] };
    const note = 'get-operation was added, so that the key can ask for the results of asynchronous operations. Its responses can name other resources.';
    return { added: [grant_polling_name], notes: [note] };
}
//# sourceMappingURL=grant-polling.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/narrow-policy.js
// Takes an existing policy over and narrows it.


/**
 * What both the template and the grants allow. The template's rules stay as they are, behind rules that
 * deny the rest. A condition around an expression is put there later, by the deadline alone, which
 * refuses what it cannot read: else one that the API skips as invalid could become one that it obeys.
 *
 * @throws {ExoIamError} `ERR_SCOPE_EMPTY` when they have nothing in common.
 */
function narrowPolicy(template, grants, buckets) {
    const services = {};
    const missing = [];
    let denies = false;
    for (const [name, grant] of grants) {
        const restriction = name === 'sos' ? buckets : [];
        const own = serviceOf(template.policy, name);
        if (own.type === 'deny')
            missing.push(name);
        else if (own.type === 'allow')
            services[name] = classPolicy(grant, restriction);
        else {
            denies ||= own.rules.some(({ action }) => action === 'deny');
            const rules = [...narrowingRules(grant, restriction), ...own.rules];
            services[name] = { type: 'rules', rules };
        }
    }
    if (Object.keys(services).length === 0) {
        throw new errors/* ExoIamError */.U('ERR_SCOPE_EMPTY', `The template, ${template.source}, allows nothing in ${missing.join(', ')}, so nothing would be left. Name operations of the classes it does allow.`, { field: 'template' });
    }
    const notes = [`The key may do what the scope names, if ${template.source} may do it too.`];
    if (missing.length > 0) {
        notes.push(`${template.source} allows nothing in ${missing.join(', ')}, so the key does not either.`);
    }
    if (denies) {
        notes.push(`${template.source} has rules that deny. The API skips a rule that it cannot evaluate, so those rules can fail open.`);
    }
    return { policy: { 'default-service-strategy': 'deny', services }, notes };
}
function serviceOf(policy, name) {
    // An own property: a class is never called `constructor`, and then it is not one.
    const own = Object.hasOwn(policy.services, name) ? policy.services[name] : undefined;
    return own ?? { type: policy['default-service-strategy'] };
}
//# sourceMappingURL=narrow-policy.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/note-lasting.js
/** Notes that a careful reader needs about these operations. */
function noteLastingOperations(operations) {
    const writing = operations.filter(writesIam);
    const handing = operations.filter(handsOutAccess);
    return [
        ...(writing.length > 0 ? [`With ${note_lasting_list(writing)}, ${moreThanItHas}`] : []),
        ...(handing.length > 0
            ? [
                `What the key gets or sets with ${note_lasting_list(handing)} works without the key, and may outlive it.`,
            ]
            : []),
    ];
}
/** Notes about a policy that denies by default and is used unchanged. Its rules are not evaluated. */
function noteLastingPolicy({ services: { iam } }, whose) {
    const mayAllow = iam?.type === 'rules'
        ? iam.rules.some(({ action }) => action === 'allow')
        : iam?.type === 'allow';
    if (!mayAllow)
        return [];
    return [`With what ${whose} allows in class iam, unless that is only reading, ${moreThanItHas}`];
}
const moreThanItHas = 'the key can give itself or others more rights, and for longer.';
// A key that may write IAM objects can escape both its scope and its deadline.
function writesIam({ name, serviceClass }) {
    return serviceClass === 'iam' && !/^(?:get|list|delete)-/.test(name);
}
const accessOfItsOwn = [
    // Their answers hold a key, a password, or what a cluster takes for one.
    /^reveal-/,
    /^(?:create|rotate)-ai-api-key$/,
    /^generate-sks-cluster-kubeconfig$/,
    /^get-dbaas-service-(?:grafana|kafka|mysql|opensearch|pg|thanos|valkey)$/,
    // Links that need no key.
    /^get-(?:console-proxy|sos-presigned)-url$/,
    // They choose a password, or what such a key or anybody may do.
    /^create-dbaas-.+-user$/,
    /^reset-dbaas-.+-password$/,
    /^update-ai-api-key$/,
    /^put-(?:bucket|object)-acl$/,
];
function handsOutAccess({ name }) {
    return accessOfItsOwn.some((form) => form.test(name));
}
const note_lasting_maxNamed = 10;
function note_lasting_list(operations) {
    const names = operations.map(({ name }) => name);
    const rest = names.length - note_lasting_maxNamed;
    return rest > 0 ? `${names.slice(0, note_lasting_maxNamed).join(', ')} and ${rest} more` : names.join(', ');
}
//# sourceMappingURL=note-lasting.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/scope/read-resources.js
var read_resources = __webpack_require__(985);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/scope/scope.js
var scope_scope = __webpack_require__(829);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/refuse-conflicts.js
// Refuses a scope whose parts contradict each other, before one of them is silently ignored.


/** @throws {ExoIamError} `ERR_SCOPE_CONFLICT` naming the first part that does not go with the rest. */
function refuseConflicts(scope) {
    const { operations = [], tags = [], resources = [], policy, template } = scope;
    const everything = operations.includes(scope_scope/* unrestricted */.z);
    const beside = [
        ...(operations.length > (everything ? 1 : 0) ? ['operations'] : []),
        ...(tags.length > 0 ? ['tags'] : []),
        ...(resources.length > 0 ? ['resources'] : []),
        ...(template ? ['template'] : []),
        ...(everything && policy !== undefined ? ['policy'] : []),
    ];
    const alone = everything
        ? `the word "${scope_scope/* unrestricted */.z}"`
        : policy !== undefined
            ? 'a policy'
            : undefined;
    if (alone !== undefined)
        refuse(alone, beside);
    else if (template && beside.length === 1)
        refuse('a template as it is', pollingBeside(scope));
    if (alone !== undefined)
        refuse(alone, pollingBeside(scope));
}
// Rules that are taken as they are decide about `get-operation` themselves.
function pollingBeside({ getOperation = 'auto', policy, template }) {
    const refused = policy !== undefined || template ? getOperation !== 'auto' : getOperation === 'deny';
    return refused ? ['get-operation'] : [];
}
function refuse(alone, beside) {
    const [field] = beside;
    if (field === undefined)
        return;
    throw new errors/* ExoIamError */.U('ERR_SCOPE_CONFLICT', `The scope combines ${alone} with ${beside.join(', ')}, which contradict each other. Expected ${alone} alone, or a scope without it.`, { field });
}
//# sourceMappingURL=refuse-conflicts.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/refuse-misshapen.js
// Refuses what the types forbid, for callers that do not use them: a text instead of a list would be read
// letter by letter.

const lists = ['operations', 'tags', 'resources'];
const others = ['policy', 'template', 'role'];
const polling = ['auto', 'allow', 'deny'];
/**
 * @throws {ExoIamError} `ERR_SCOPE_INVALID` for a scope that is not an object, a member with a wrong value, or
 *   an unknown member: ignored, a misspelt limit would leave the key more than was meant.
 */
function refuseMisshapen(scope) {
    if (typeof scope !== 'object' || scope === null) {
        throw invalid('The scope is not an object. Expected { operations: ["list-zones"] }.');
    }
    for (const [field, value] of Object.entries(scope)) {
        if (isExpected(field, value))
            continue;
        throw invalid(`The scope's ${field} is unknown or invalid. Expected lists of texts, getOperation ${polling.join('|')}, or ${others.join()}.`, field);
    }
}
function isExpected(field, value) {
    if (others.includes(field))
        return true;
    const isList = lists.includes(field);
    if (value === undefined)
        return isList || field === 'getOperation';
    if (!isList)
        return field === 'getOperation' && polling.includes(value);
    return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
function invalid(message, field = 'scope') {
    return new errors/* ExoIamError */.U('ERR_SCOPE_INVALID', message, { field });
}
//# sourceMappingURL=refuse-misshapen.js.map
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/compile-scope.js
// From what a lease may do to the policy that says so.














/**
 * The policy for a scope, and everything there is to say about it. Pure; nothing is asked of the API.
 *
 * @throws {ExoIamError} `ERR_SCOPE_EMPTY`, `ERR_SCOPE_CONFLICT`, `ERR_OPERATION_UNKNOWN`,
 *   `ERR_TAG_UNKNOWN`, `ERR_RESOURCE_INVALID`, `ERR_POLICY_INVALID`.
 */
function compileScope(scope) {
    refuseMisshapen(scope);
    refuseConflicts(scope);
    if (scope.policy !== undefined)
        return compileVerbatim(scope.policy);
    if (scope.operations?.includes(scope_scope/* unrestricted */.z))
        return compileUnrestricted();
    const buckets = (0,read_resources/* readResources */.M)(scope.resources ?? []);
    const template = scope.template && {
        ...scope.template,
        policy: checkPolicy(scope.template.policy, 'template'),
    };
    const { grants, tags, notes } = collectGrants(scope);
    if (grants.size === 0 && template)
        return compileTemplate(template);
    if (grants.size === 0)
        throw emptyScope('no operation is named');
    const polling = grantPolling(grants, scope);
    if (grants.size === 0)
        throw emptyScope('nothing is named but get-operation, which is denied');
    const described = compile_scope_describe(grants);
    const common = { tags, added: polling.added, ...described };
    const allNotes = [...notes, ...polling.notes, ...described.notes];
    if (template) {
        const narrowed = narrowPolicy(template, grants, buckets);
        return { ...common, policy: narrowed.policy, notes: [...allNotes, ...narrowed.notes] };
    }
    const services = [...grants].map(([name, grant]) => [
        name,
        classPolicy(grant, name === 'sos' ? buckets : []),
    ]);
    return { ...common, policy: denyByDefault(services), notes: allNotes };
}
function compileVerbatim(value) {
    const policy = checkPolicy(value);
    if (allowsNothing(policy))
        throw emptyScope('the policy allows nothing', 'policy');
    return {
        ...nothingNamed,
        policy,
        notes: [
            'The policy is used unchanged; its rules are not checked.',
            ...noteUnknownClasses(policy),
            ...noteLastingPolicy(policy, 'the policy'),
        ],
    };
}
function compileTemplate({ source, policy }) {
    if (allowsNothing(policy))
        throw emptyScope(`the template, ${source}, allows nothing`, 'template');
    if (policy['default-service-strategy'] === 'deny') {
        const notes = [`The policy is copied from ${source}.`, ...noteLastingPolicy(policy, source)];
        return { ...nothingNamed, policy, notes };
    }
    throw new errors/* ExoIamError */.U('ERR_POLICY_INVALID', `The template, ${source}, allows by default, so the key could do almost everything. Narrow it with operations or tags, or write "${scope_scope/* unrestricted */.z}" instead.`, { field: 'template' });
}
function compileUnrestricted() {
    const services = serviceClasses.map(({ name }) => [
        name,
        { type: 'allow' },
    ]);
    const note = 'The key may do everything in the organization, including IAM, so it can mint other keys.';
    return { ...nothingNamed, policy: denyByDefault(services), notes: [note] };
}
function allowsNothing(policy) {
    return (policy['default-service-strategy'] === 'deny' &&
        Object.values(policy.services).every(({ type }) => type === 'deny'));
}
const nothingNamed = { operations: {}, tags: {}, asynchronous: [], added: [] };
function denyByDefault(services) {
    return { 'default-service-strategy': 'deny', services: Object.fromEntries(services) };
}
function compile_scope_describe(grants) {
    const all = grantedOperations(grants);
    const doubtful = all.filter(({ confirmed }) => !confirmed).map(({ name }) => name);
    const named = doubtful.filter((name) => name !== 'get-operation');
    return {
        operations: Object.fromEntries([...grants].map(([name, { operations }]) => [name, [...operations.keys()]])),
        asynchronous: all.filter(({ asynchronous }) => asynchronous).map(({ name }) => name),
        notes: [
            ...(named.length > 0
                ? [
                    `The documentation does not say how policies name or classify ${named.join(', ')}. If the API refuses such a call, the policy may need another name or class.`,
                ]
                : []),
            ...noteLastingOperations(all),
        ],
    };
}
function emptyScope(why, field = 'operations') {
    return new errors/* ExoIamError */.U('ERR_SCOPE_EMPTY', `The scope is empty: ${why}. A key without a scope could do everything, so no key is made. Name the operations the job needs, such as list-zones.`, { field });
}
//# sourceMappingURL=compile-scope.js.map

/***/ }),

/***/ 985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readResources)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(491);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(287);
// Reads `sos/bucket:NAME`, the form of the legacy command line and of Terraform.


/**
 * The names of the buckets. Only characters that are safe inside a CEL string pass.
 *
 * @throws {ExoIamError} `ERR_RESOURCE_INVALID` for another form, another kind of resource, or a name
 *   that no bucket can have.
 */
function readResources(resources) {
    return resources.map((resource) => {
        // Stryker disable next-line ArrayDeclaration: the first member is not read.
        const [, domain, type, name = ''] = /^([^/:]*)\/([^/:]*):(.*)/s.exec(resource) ?? [];
        if (domain !== 'sos' || type !== 'bucket') {
            throw invalid(resource, 'is not of a kind that a policy can restrict');
        }
        if (/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,61}[a-zA-Z0-9]$/.test(name))
            return name;
        throw invalid(resource, 'does not name a bucket');
    });
}
function invalid(resource, problem) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExoIamError */ .U('ERR_RESOURCE_INVALID', `The resource ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(resource)} ${problem}. Expected "sos/bucket:NAME" with a name of 3 to 63 letters, digits, dots and hyphens.`, { field: 'resources' });
}
//# sourceMappingURL=read-resources.js.map

/***/ }),

/***/ 829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ unrestricted)
/* harmony export */ });
/** The word that stands for everything. */
const unrestricted = 'unrestricted';
//# sourceMappingURL=scope.js.map

/***/ }),

/***/ 287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
// Text that somebody typed, as it is quoted in a message.
/**
 * The text as JSON, with every character outside printable ASCII escaped: a zero-width space or a
 * look-alike of a hyphen would not show otherwise.
 */
function visible(text) {
    return JSON.stringify(text).replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
//# sourceMappingURL=visible.js.map

/***/ })

};
