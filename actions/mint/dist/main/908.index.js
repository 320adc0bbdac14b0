export const id = 908;
export const ids = [908];
export const modules = {

/***/ 7908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dryRun: () => (/* binding */ dryRun)
});

// EXTERNAL MODULE: ../../packages/action-kit/dist/plain-lines.js
var plain_lines = __webpack_require__(9005);
// EXTERNAL MODULE: ../../packages/action-kit/dist/try-report.js
var try_report = __webpack_require__(7029);
// EXTERNAL MODULE: ../../packages/action-kit/dist/write-summary.js
var write_summary = __webpack_require__(9569);
// EXTERNAL MODULE: ../../packages/action-kit/dist/job-client.js
var job_client = __webpack_require__(5902);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/lease/choose-method.js + 1 modules
var choose_method = __webpack_require__(488);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/lease/methods.js + 11 modules
var methods = __webpack_require__(5284);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/plan-lease.js


/**
 * What `mint` would do, without doing it. Only reads from the API. Dry runs print the result.
 *
 * @throws {ExoIamError} `ERR_SCOPE_CONFLICT`, `ERR_SCOPE_EMPTY` and `ERR_METHOD_UNSUITABLE` when scope and
 *   method do not fit; `ERR_DURATION_INVALID`; `ERR_NAME_INVALID`; `ERR_ROLE_NOT_FOUND`,
 *   `ERR_ROLE_AMBIGUOUS`, `ERR_TEMPLATE_NOT_FOUND`; the codes of `compileScope`.
 */
async function planLease(client, request, options = {}) {
    const method = (0,choose_method/* chooseMethod */.j)(request);
    const { enforcedBy, prepare } = methods/* methods */.v[method];
    // Only `mint` creates keys: a caller of `create` would not have a journal of it.
    const { create: _create, ...facts } = await prepare(client, request, options);
    return { method, enforcedBy, ...facts };
}
//# sourceMappingURL=plan-lease.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/lease/allowance.js
var allowance = __webpack_require__(1769);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/lease/describe-lease.js
var describe_lease = __webpack_require__(2673);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/describe-plan.js


/** The lines about a dry run. */
function describePlan({ method, enforcedBy, scope, policy, role }, { scope: asked }) {
    return [
        'Dry run: nothing is made.',
        `  method  ${method}, its deadline ${describe_lease/* enforcement */.J8[enforcedBy]}`,
        ...(0,describe_lease/* allowanceLines */.Mv)((0,allowance/* allowanceOf */.U)({ role, scope }, asked)),
        ...(role ? [`  role    ${role.name} (${role.id})`] : []),
        ...tagLines(scope),
        ...(0,describe_lease/* noteLines */.GI)(scope),
        ...(policy ? ['  policy', ...JSON.stringify(policy, undefined, 2).split('\n')] : []),
    ];
}
function tagLines(scope) {
    return Object.entries(scope?.tags ?? {}).map(([tag, operations]) => `  tag     ${tag}: ${operations.join(', ')}`);
}
//# sourceMappingURL=describe-plan.js.map
// EXTERNAL MODULE: ../../packages/exo-iam/dist/errors.js
var errors = __webpack_require__(1491);
// EXTERNAL MODULE: ../../packages/exo-iam/dist/client/create-client.js + 30 modules
var create_client = __webpack_require__(934);
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

// EXTERNAL MODULE: ./lib/summary.js
var summary = __webpack_require__(1451);
;// CONCATENATED MODULE: ./lib/plan-summary.js
// The Markdown of the job summary after a dry run: what would be minted.



/** What a dry run found: what would be minted. */
function planSummary(plan, inputs) {
    const { method, role, scope, policy } = plan;
    const rows = [
        ...(0,summary/* allowanceRows */.Sk)((0,allowance/* allowanceOf */.U)({ role, scope }, inputs.scope)),
        ['ended by', (0,summary/* endedBy */.mr)(plan, inputs)],
        ['method', (0,plain_lines/* code */.aY)(method)],
        ...(role ? [['role', (0,plain_lines/* code */.aY)(role.name)]] : []),
    ];
    const json = policy
        ? ['```json', ...JSON.stringify(policy, undefined, 2).split('\n'), '```']
        : [];
    return [
        (0,summary/* table */.tp)(`Dry run of an Exoscale key${(0,summary/* legOf */.Yk)(inputs.leg)}: nothing was made`, scope, rows),
        ...foldLong('The policy', json),
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/dry-run.js
// The input `dry-run`: says what would be minted. A scope that asks the API nothing needs no parent key, so
// that a pull request from a fork can check its scope.



async function dryRun(step, inputs, request) {
    const { core, signal } = step;
    const plan = await planLease(clientOf(step, inputs), request, { signal });
    core.info((0,plain_lines/* plainLines */.y1)(describePlan(plan, inputs)));
    core.setOutput('method', plan.method);
    core.setOutput('enforced-by', plan.enforcedBy);
    core.setOutput('policy', plan.policy ? JSON.stringify(plan.policy) : '');
    if (inputs.summary)
        await (0,try_report/* tryReport */.W)(step, () => (0,write_summary/* writeSummary */.S)(step, planSummary(plan, inputs)));
}
// Without a parent key, only a request finds out that it is missing.
function clientOf(step, inputs) {
    try {
        return (0,job_client/* createJobClient */.P)(step, inputs.connection());
    }
    catch (error) {
        if (!(0,errors/* hasCode */.u)(error, 'ERR_CREDENTIALS_MISSING'))
            throw error;
        const client = (0,create_client/* createClient */.U)({ signer: { sign: () => Promise.reject(error) } });
        const keyless = {
            ...client,
            request: () => Promise.reject(error),
            at: () => keyless,
            within: () => keyless,
        };
        return keyless;
    }
}


/***/ })

};
