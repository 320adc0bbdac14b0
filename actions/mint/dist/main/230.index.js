export const id = 230;
export const ids = [230];
export const modules = {

/***/ 1230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findAccessKey: () => (/* binding */ findAccessKey),
/* harmony export */   resolveTemplate: () => (/* binding */ resolveTemplate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1491);
/* harmony import */ var _resources_access_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9370);
/* harmony import */ var _resources_api_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9278);
/* harmony import */ var _resources_iam_role_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1686);
/* harmony import */ var _scope_compile_scope_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9333);
/* harmony import */ var _find_role_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57);






const field = 'template';
/**
 * Finds the policy of a template. A template is a key (`EXO…` or its name), which has the policy of its role,
 * or a role (its id or name). The operations, tags and resources of a legacy key are converted to a policy.
 *
 * @throws {ExoIamError} `ERR_TEMPLATE_NOT_FOUND`; `ERR_ROLE_AMBIGUOUS` when two roles, or keys of two
 *   roles, have the name; for a legacy key the codes of `compileScope`.
 */
async function resolveTemplate(client, template, options = {}) {
    const key = looksLikeKey(template) ? await templateOfKey(client, template, options) : undefined;
    if (key)
        return key;
    const role = await findRoleOfName(client, template, options);
    const id = role?.id ?? (await findRoleOfKey(client, template, options));
    const policy = id === undefined ? undefined : await policyOfRole(client, id, options);
    if (!policy)
        throw notFound(template);
    return { source: role ? `role ${role.name ?? role.id}` : `key ${template}`, policy };
}
/** The legacy key of that id, or `undefined` when there is none. */
async function findAccessKey(client, key, options = {}) {
    return looksLikeKey(key) ? unlessUnknown((0,_resources_access_key_js__WEBPACK_IMPORTED_MODULE_0__/* .getAccessKey */ .k$)(client, key, options)) : undefined;
}
// A role can have such a name too, so this only decides whether to look for a key.
function looksLikeKey(text) {
    return /^EXO[0-9a-z]+$/i.test(text);
}
async function templateOfKey(client, key, options) {
    const found = await unlessUnknown((0,_resources_api_key_js__WEBPACK_IMPORTED_MODULE_1__/* .getApiKey */ .CG)(client, key, options));
    if (found) {
        const policy = await policyOfRole(client, found['role-id'], options);
        if (!policy)
            throw notFound(key);
        return { source: `key ${key}`, policy };
    }
    const legacy = await findAccessKey(client, key, options);
    return legacy && { source: `legacy key ${key}`, policy: convertAccessKey(legacy) };
}
async function findRoleOfName(client, name, options) {
    try {
        return await (0,_find_role_js__WEBPACK_IMPORTED_MODULE_2__/* .findRole */ ._)(client, name, { ...options, field });
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .u)(error, 'ERR_ROLE_NOT_FOUND'))
            return undefined;
        throw error;
    }
}
async function findRoleOfKey(client, name, options) {
    const keys = (await (0,_resources_api_key_js__WEBPACK_IMPORTED_MODULE_1__/* .listApiKeys */ .d5)(client, options)).filter((key) => key.name === name);
    const [id, ...others] = new Set(keys.map((key) => key['role-id']));
    if (others.length === 0)
        return id;
    const named = keys.map(({ key }) => key).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ExoIamError */ .U('ERR_ROLE_AMBIGUOUS', `Keys of several roles are called ${JSON.stringify(name)}: ${named}. Give the key (EXO…) of the one you mean.`, { field });
}
// Undefined if the role is gone: the API may still list a key for a while after its role was deleted.
async function policyOfRole(client, id, options) {
    const role = await unlessUnknown((0,_resources_iam_role_js__WEBPACK_IMPORTED_MODULE_4__/* .getIamRole */ .u)(client, id, options));
    return role && (role.policy ?? allowAll());
}
// A role without a policy may do everything, and so may an unrestricted legacy key.
function allowAll() {
    return { 'default-service-strategy': 'allow', services: {} };
}
const unreadable = 'The API returned restrictions that cannot be read. Expected lists of names; name the operations instead of a template.';
function convertAccessKey(accessKey) {
    try {
        return policyOfAccessKey(accessKey);
    }
    catch (cause) {
        const { code, message } = cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ExoIamError */ .U
            ? cause
            : { code: 'ERR_ANSWER_UNREADABLE', message: unreadable };
        const said = `The legacy key ${accessKey.key} cannot be converted to a policy. ${message}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ExoIamError */ .U(code, said, { field, cause });
    }
}
function policyOfAccessKey(accessKey) {
    const { operations = [], tags = [], resources = [], type } = accessKey;
    if (operations.length + tags.length + resources.length === 0) {
        if (type !== 'restricted')
            return allowAll();
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ExoIamError */ .U('ERR_SCOPE_EMPTY', 'It is restricted, but the API lists neither operations nor tags nor resources of it. Expected a key whose restrictions the API lists; name the operations instead of a template.');
    }
    const named = resources.map((each) => `${each.domain}/${each['resource-type']}:${each['resource-name']}`);
    const scope = { operations, tags, resources: named };
    const compiled = (0,_scope_compile_scope_js__WEBPACK_IMPORTED_MODULE_5__/* .compileScope */ .o)(scope);
    // The key did not have the added operations, so its template does not get them.
    if (compiled.added.length === 0)
        return compiled.policy;
    return (0,_scope_compile_scope_js__WEBPACK_IMPORTED_MODULE_5__/* .compileScope */ .o)({ ...scope, getOperation: 'deny' }).policy;
}
// The API documents the code for an unknown key only for its deletion.
async function unlessUnknown(asking) {
    try {
        return await asking;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .u)(error, 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION'))
            return undefined;
        throw error;
    }
}
function notFound(template) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ExoIamError */ .U('ERR_TEMPLATE_NOT_FOUND', `The template ${JSON.stringify(template)} does not exist: the organization has neither a key nor a role of that name or id. Expected a key (EXO…) or its name, or the name or id of a role. It may have been deleted.`, { field });
}
//# sourceMappingURL=resolve-template.js.map

/***/ })

};
