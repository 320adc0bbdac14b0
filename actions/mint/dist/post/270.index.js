export const id = 270;
export const ids = [270];
export const modules = {

/***/ 270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/errors.js
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

;// CONCATENATED MODULE: ../../packages/action-kit/dist/errors.js
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

;// CONCATENATED MODULE: ../../packages/action-kit/dist/certificate-checks.js
// Handles NODE_TLS_REJECT_UNAUTHORIZED, which turns off the check of certificates.

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';
/**
 * Refuses to start. Responses decide which ids are signed next, so a server that can fake responses can use
 * the parent key. Any earlier step can set the variable for this one.
 *
 * @throws {ActionError} `ERR_TLS_UNVERIFIED`.
 */
function refuseUnverifiedTls({ env }) {
    if (env[variable] !== '0')
        return;
    throw new ActionError('ERR_TLS_UNVERIFIED', 'NODE_TLS_REJECT_UNAUTHORIZED is 0, so anyone could impersonate the API. Expected certificates to be checked. Unset it; to trust your own proxy, set NODE_EXTRA_CA_CERTS to the file of its certificate.');
}
/**
 * For `post`, which must not refuse to start, since the key would live on. Node reads the variable at each
 * connection, so deleting it is enough if there was no connection before.
 */
function verifyTlsAgain({ core, env }) {
    if (env[variable] !== '0')
        return;
    delete env[variable];
    core.warning(`${variable} is 0, set by this workflow or by a step of this job, so anyone could impersonate the API. This step checks certificates anyway. Set the variable only for the command that needs it; to trust your own proxy, set NODE_EXTRA_CA_CERTS to the file of its certificate.`, { title: 'Certificates are not checked in this job' });
}

;// CONCATENATED MODULE: ../../packages/action-kit/dist/message-of.js
// What a caught value says.
/** The message of an error; anything else that was thrown, as text. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ../../packages/action-kit/dist/plain-lines.js
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

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(67);
;// CONCATENATED MODULE: ../../packages/action-kit/dist/use-proxy.js
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
function useProxy({ core, env }, { setGlobalProxyFromEnv } = external_node_http_) {
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
    return new ActionError('ERR_PROXY_INVALID', `${named.join(' and ')} cannot be used as a proxy. Expected a URL such as http://proxy.example.com:3128, with the scheme, and with %2F for a slash in a password; the value is not shown here because it may hold a password.`);
}

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
            refuseUnverifiedTls(step);
            useProxy(step);
        }
        await run(step);
    }
    catch (error) {
        process.exitCode = 1;
        toolkit.error(readable(messageOf(error)), { title: titleOf(error) ?? title });
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
    const line = plain(message);
    return line.length > maxAnnotationLength ? `${line.slice(0, maxAnnotationLength)} …` : line;
}
// What was left behind is not said under a title that denies it.
function titleOf(error) {
    return hasCode(error, 'ERR_LEFT_BEHIND') ? 'An Exoscale key may be left behind' : undefined;
}
// Only when asked for: the runner hides debug commands, other readers of the output may not.
function debugStacks(error) {
    for (let each = error; each instanceof Error; each = each.cause)
        toolkit.debug(each.stack ?? '');
}

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

;// CONCATENATED MODULE: ../../packages/exo-operations/dist/find-operation.js

const byName = /* @__PURE__ */ new Map(operations.map((operation) => [operation.name, operation]));
/**
 * The operation of that name, or `undefined` when the specification has none.
 *
 * @example
 *   findOperation('list-zones')?.path; // '/zone'
 */
function findOperation(name) {
    return byName.get(name);
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/budget.js
// The time of a phase, shared by every request in it. By a clock that is never set.
/** A budget that begins now. `elapsed` is a monotonic clock in milliseconds. */
function createBudget(ms, elapsed, { maxAttempts } = {}) {
    const endsAt = elapsed() + ms;
    return { leftMs: () => endsAt - elapsed(), maxAttempts };
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/endpoint.js
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
        throw new ExoIamError('ERR_ZONE_INVALID', `${JSON.stringify(zone)} is not an Exoscale zone. Expected a name such as "ch-gva-2" or "de-fra-1".`, { field: 'zone' });
    }
    const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    const problem = url ? problemOf(url, allowAnyHost) : 'it is not an absolute URL';
    if (!url || problem) {
        throw new ExoIamError('ERR_ENDPOINT_INVALID', `The endpoint cannot be used: ${problem}. Expected a URL such as "https://api-ch-gva-2.exoscale.com/v2"; plain http is for this machine only.`, { field: 'endpoint' });
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

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/credentials.js
// Checks an API key before it signs anything. Implements docs/signing.md sections 4.2 and 6.


/** @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`; the message repeats no value. */
function assertCredentials({ apiKey, apiSecret }) {
    assertApiKey(apiKey);
    if (typeof apiSecret === 'string' && apiSecret !== '')
        return;
    throw new ExoSignerError('ERR_CREDENTIALS_INVALID', 'The API secret is not a string or is empty. Expected the secret that belongs to the API key; check that the variable or secret it is read from is set.');
}
/** Whether the header can carry the key and give it back: printable ASCII that does not look like the next pair. */
function isCarriableKey(apiKey) {
    return /^[ -~]+$/.test(apiKey) && !apiKey.includes(',signed-query-args=');
}
/** @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID` for a key that is empty or not sendable. */
function assertApiKey(apiKey) {
    if (typeof apiKey === 'string' && isCarriableKey(apiKey))
        return;
    throw new ExoSignerError('ERR_CREDENTIALS_INVALID', 'The API key is empty or holds a character that a header cannot carry. Expected printable ASCII such as "EXO…"; check for a line break at its end.');
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/expires.js
// When a signature ends. Implements docs/signing.md sections 2.6 and 5.


const defaultLifetimeSeconds = 600;
// The last second of the year 9999. A time in milliseconds is above it since 1978, and a signature
// with such an expiry would be valid for tens of thousands of years.
const maxExpires = 253_402_300_799;
/** The expiry that the options ask for, in UNIX seconds. Undefined options fall back to `defaults`. */
function resolveExpires(options = {}, defaults = {}) {
    const expires = options.expires ?? defaults.expires;
    if (expires !== undefined)
        return expires;
    const now = options.now ?? defaults.now ?? Date.now;
    const lifetimeSeconds = options.lifetimeSeconds ?? defaults.lifetimeSeconds ?? defaultLifetimeSeconds;
    return Math.floor(now() / 1000) + lifetimeSeconds;
}
/** @throws {ExoSignerError} `ERR_EXPIRES_INVALID` unless it is a whole number up to the year 9999. */
function assertExpires(expires) {
    if (Number.isSafeInteger(expires) && expires <= maxExpires)
        return;
    throw new ExoSignerError('ERR_EXPIRES_INVALID', `The expiry ${String(expires)} is not a time in UNIX seconds. Expected a whole number of seconds (not milliseconds), such as Math.floor(Date.now() / 1000) + 600.`);
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/bytes.js
// Recognizes and copies bytes of any realm: jest and `vm` have their own Uint8Array.
/** By the internal slot: `instanceof` fails for a Uint8Array of another realm. */
function isUint8Array(value) {
    return ArrayBuffer.isView(value) && toStringTag(value) === 'Uint8Array';
}
/** A copy of a view or a buffer, or undefined for anything else. */
function copyBytes(value) {
    if (ArrayBuffer.isView(value)) {
        return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
    }
    const isBuffer = toStringTag(value) === 'ArrayBuffer';
    return isBuffer ? new Uint8Array(value).slice() : undefined;
}
/** `Blob` for a Blob of any realm, `Object` for a plain object. */
function toStringTag(value) {
    return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/parse-url.js
// Parses a URL without repeating it in an error. Implements docs/signing.md section 2.2.

/** @throws {ExoSignerError} `ERR_URL_INVALID`, without the URL: its query may hold data. */
function parseUrl(url) {
    const parsed = tryParse(url);
    if (parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:'))
        return parsed;
    throw new ExoSignerError('ERR_URL_INVALID', 'The URL is not an absolute http: or https: URL. The path that goes over the wire is signed, so pass the URL in full.');
}
// `URL.canParse` would parse twice, and Safari 16 lacks it. The cause is dropped: it repeats the URL.
function tryParse(url) {
    try {
        return new URL(url);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/query-args.js
// Selects the query arguments that are signed. Implements docs/signing.md sections 2.4 and 4.2.

/** @throws {ExoSignerError} `ERR_QUERY_NAME_UNSUPPORTED`. */
function selectQueryArgs(url) {
    // Most requests have no query.
    if (url.search === '')
        return { names: [], values: '' };
    const valueOf = new Map();
    // An undefined value marks a name that occurs more than once.
    // `url.searchParams` is slower: it has to stay in step with the URL.
    new URLSearchParams(url.search).forEach((value, name) => {
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
    if (names.length > 1)
        names.sort();
    let values = '';
    for (const name of names)
        values += valueOf.get(name);
    return { names, values };
}
/** Whether the header, which has no escaping, can carry the decoded name. */
function isCarriableName(name) {
    // Printable ASCII without ",", ";" and "=".
    return /^[ -+\--:<>-~]*$/.test(name);
}
/** @throws {ExoSignerError} `ERR_QUERY_NAME_UNSUPPORTED` for a name that the header cannot carry. */
function assertCarriable(name) {
    if (isCarriableName(name))
        return;
    throw new ExoSignerError('ERR_QUERY_NAME_UNSUPPORTED', `The query name ${JSON.stringify(name)} cannot be signed. The header has no escaping, so a name may only hold printable ASCII without ";", "," and "=". Rename it or leave it out.`);
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/utf8.js
// Text as UTF-8 bytes.
let encoder;
/** The encoder is made at the first call, because an import must not fail where there is none. */
function utf8(text) {
    encoder ??= new TextEncoder();
    return encoder.encode(text);
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/message-parts.js
// The message in three parts, so that a large body is not copied. Implements docs/signing.md section 2.







// RFC 9110 section 5.6.2, `token`.
const httpToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** @throws {ExoSignerError} The codes of `buildMessage`. */
function messageParts(request, expires) {
    assertExpires(expires);
    const url = parseUrl(request.url);
    const { names, values } = selectQueryArgs(url);
    const head = `${toMethod(request.method)} ${url.pathname}\n`;
    const tail = `\n${values}\n\n${expires}`;
    const body = request.body ?? '';
    if (typeof body === 'string' || isUint8Array(body))
        return { head, body, tail, names, expires };
    throw new ExoSignerError('ERR_BODY_UNSUPPORTED', 'The body is neither a string nor a Uint8Array. A signature covers the exact bytes, so read a stream to its end and serialize an object before signing.');
}
/** The whole message: text when the body is text, otherwise bytes. */
function joinParts({ head, body, tail }) {
    if (typeof body === 'string')
        return head + body + tail;
    const first = utf8(head);
    const last = utf8(tail);
    const whole = new Uint8Array(first.length + body.length + last.length);
    whole.set(first);
    whole.set(body, first.length);
    whole.set(last, first.length + body.length);
    return whole;
}
function toMethod(method) {
    if (typeof method === 'string' && httpToken.test(method))
        return method.toUpperCase();
    throw new ExoSignerError('ERR_METHOD_INVALID', `The method ${JSON.stringify(method)} is not an HTTP method. Expected a token such as "GET".`);
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/read-body.js
// Turns a body that fetch takes into what is signed and sent. Implements docs/signing.md section 2.3.


/**
 * Bytes are copied, so that they cannot change between signing and sending.
 *
 * @throws {ExoSignerError} `ERR_BODY_UNSUPPORTED` for a stream or an unknown object.
 */
async function readBody(body) {
    if (typeof body !== 'object' || body === null) {
        return { body: String(body), type: 'text/plain;charset=UTF-8' };
    }
    const bytes = copyBytes(body);
    if (bytes)
        return { body: bytes, type: '' };
    const tag = toStringTag(body);
    if (tag === 'URLSearchParams') {
        const type = 'application/x-www-form-urlencoded;charset=UTF-8';
        return { body: body.toString(), type };
    }
    if (tag === 'Blob' || tag === 'File') {
        const blob = body;
        return { body: new Uint8Array(await blob.arrayBuffer()), type: blob.type };
    }
    if (tag === 'FormData')
        return readForm(body);
    throw new ExoSignerError('ERR_BODY_UNSUPPORTED', 'The body is a stream or an object that fetch cannot send. A signature covers the exact bytes: read a stream to its end first, for example with `await new Response(stream).arrayBuffer()`, and serialize an object.');
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
/** The members of an `init` or a Request but the body: own ones, standard or not, and the getters. */
function requestInit(source = {}) {
    const { body: _body, ...members } = { ...source };
    for (const name of standardMembers) {
        const value = Reflect.get(source, name);
        if (value !== undefined)
            members[name] = value;
    }
    return members;
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/signing-fetch.js
// A fetch that signs what it sends: the URL, method and bytes that are signed are the ones passed on.





/** @param send Default the global `fetch`. */
function signingFetch(sign, send) {
    return async function fetchSigned(input, init) {
        const request = isRequest(input) ? input : undefined;
        const { href: url, username, password } = parseUrl(request?.url ?? input);
        if (username !== '' || password !== '') {
            throw new ExoSignerError('ERR_URL_INVALID', 'The URL holds a user name or a password, which fetch does not send. Expected a URL without them: the signature is the only credential.');
        }
        const own = requestInit(init);
        const method = own.method ?? request?.method ?? 'GET';
        const content = await readContent(init?.body ?? undefined, request);
        const headers = toHeaders(own.headers ?? request?.headers, content?.type);
        headers['authorization'] = await sign({ method, url, body: content?.body ?? null });
        // `fetch` sends `patch` as it is written; the signed method and the sent one have to be the same.
        const upperCase = method.toUpperCase();
        const signed = { ...own, method: upperCase, headers, ...(content && { body: content.body }) };
        if (send)
            return (await send(url, { ...requestInit(request), ...signed }));
        // The global `fetch` knows more of its own Request than can be read, a dispatcher for example.
        // Looked up at each call, so that a fetch replaced after the signer was made is used.
        const target = request instanceof Request ? request : url;
        const rest = target === url ? requestInit(request) : {};
        return fetch(target, { ...rest, ...signed });
    };
}
async function readContent(body, request) {
    if (body !== undefined)
        return readBody(body);
    if (!request || request.body === null)
        return undefined;
    if (request.bodyUsed) {
        throw new ExoSignerError('ERR_BODY_UNSUPPORTED', 'The body of the Request has been read already. Pass a new Request, or a new body in `init`.');
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
        const headers = new Headers(init);
        if (type !== '' && !headers.has('content-type'))
            headers.set('content-type', type);
        return Object.fromEntries(headers);
    }
    catch {
        // Without the cause, which repeats the header's value.
        throw new ExoSignerError('ERR_HEADERS_INVALID', 'A header cannot be sent. Expected names that are HTTP tokens and values of printable Latin-1; check for a line break.');
    }
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/web-crypto.js
// HMAC-SHA256 on Web Crypto. Implements docs/signing.md section 3.


/** The secret as a key that can sign and cannot be read back. */
function importSecret(apiSecret) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    return crypto.subtle.importKey('raw', utf8(apiSecret), algorithm, false, ['sign']);
}
/** The message's signature in Base64. */
async function signParts(parts, key) {
    const message = joinParts(parts);
    const bytes = typeof message === 'string' ? utf8(message) : message;
    const signature = await crypto.subtle.sign('HMAC', key, bytes);
    return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/write-authorization.js
// Writes the Authorization header's value from checked parts. Implements docs/signing.md section 4.1.
/** The header's value. Nothing is checked: the parts come from `messageParts` and an HMAC. */
function writeAuthorization({ apiKey, signed, signature }) {
    const { names, expires } = signed;
    const [first = ''] = names;
    const joined = names.length > 1 ? names.join(';') : first;
    const list = names.length > 0 ? `,signed-query-args=${joined}` : '';
    return `EXO2-HMAC-SHA256 credential=${apiKey}${list},expires=${expires},signature=${signature}`;
}

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
function createSigner(credentials, options = {}) {
    assertCredentials(credentials);
    const { apiKey, apiSecret } = credentials;
    let imported;
    async function sign(request, overrides) {
        const parts = messageParts(request, resolveExpires(overrides, options));
        imported ??= importSecret(apiSecret);
        const signature = await signParts(parts, await imported);
        return writeAuthorization({ apiKey, signed: parts, signature });
    }
    return { sign, fetch: signingFetch(sign, options.fetch) };
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/key-signer.js
// The signer for one key, with the errors of this package.


/** @throws {ExoIamError} `ERR_CREDENTIALS_MISSING`, `ERR_CREDENTIALS_INVALID`; no value is repeated. */
function createKeySigner(credentials, now) {
    const { apiKey, apiSecret } = credentials;
    if (!apiKey || !apiSecret) {
        throw new ExoIamError('ERR_CREDENTIALS_MISSING', `The API ${apiKey ? 'secret' : 'key'} is missing. Expected both members of an Exoscale API key; check that the variables or secrets they come from are set.`, { field: apiKey ? 'api-secret' : 'api-key' });
    }
    try {
        return createSigner(credentials, { now });
    }
    catch (cause) {
        throw new ExoIamError('ERR_CREDENTIALS_INVALID', 'The API key cannot be sent. Expected printable ASCII such as "EXO…"; check for a line break at its end.', { field: 'api-key', cause });
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(500);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/sleep.js
// Waiting, as an argument of everything that waits.

const sleep_sleep = async (ms, signal) => {
    await (0,promises_.setTimeout)(ms, undefined, signal ? { signal } : {});
};

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/clean-text.js
// Makes text from the API safe for a message.
const maxLength = 300;
/** One line of at most 300 characters. A control character could write a command into a log. */
function cleanText(text) {
    return text
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .replace(/[.\s]+$/, '')
        .slice(0, maxLength);
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/answer-error.js
// Turns a failed response into a coded error. Only the text tells one 403 from another.


// Requests are signed for 600 s (docs/signing.md section 5). A smaller difference between the clocks does
// not explain a refused signature.
const toleratedSkewMs = 590_000;
/** The error for an answer outside 2xx. */
function answerError(answer) {
    const { operation, status, now } = answer;
    const body = objectOf(answer.text);
    const said = answer_error_messageOf(answer.text, body);
    const skewMs = answer.date === null ? 0 : Date.parse(answer.date) - now;
    const { code, advice, serviceClass } = status === 404 && !body ? notTheApi : diagnose(answer, { said, skewMs });
    return new ExoIamError(code, `${operation} returned ${status}: ${said}. ${advice}`, {
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
        return { code: 'ERR_CONFLICT', advice: 'Something else is using it.' };
    if (status === 429)
        return { code: 'ERR_RATE_LIMITED', advice: 'Try again later.' };
    if (status >= 500)
        return { code: 'ERR_SERVER', advice: 'The API has a problem; try again later.' };
    if (status >= 400)
        return { code: 'ERR_REQUEST_REFUSED', advice: 'Change the request.' };
    return notTheApi;
}
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
            advice: 'It is already gone, or belongs to another organization.',
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
function answer_error_messageOf(text, body) {
    const parts = body ? partsOf(body) : [];
    const said = parts.join('; ') || (isMarkup(text) ? 'an HTML page' : text.trim());
    return cleanText(said) || 'nothing';
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

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/client/connection-failure.js
// The error for an attempt that got no complete answer, and whether it can have been carried out.

function connectionFailure(noAnswer) {
    const { operation, url, cause, limitMs, answered = false } = noAnswer;
    if (limitMs !== undefined) {
        const message = `${url.host} did not respond to ${operation} within ${limitMs / 1000} s. Check the network and any proxy, or try again later.`;
        const error = new ExoIamError('ERR_TIMEOUT', message, { operation, cause, uncertain: true });
        return { error, failure: {} };
    }
    const errors = systemErrors(cause);
    const { said, advice, ...failure } = answered ? brokenOff : connection_failure_diagnose(errors);
    const message = `${operation} ${said} ${url.host}${codeOf(errors)}. ${advice}`;
    const uncertain = !failure.notSent;
    const error = new ExoIamError('ERR_UNREACHABLE', message, { operation, cause, uncertain });
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

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/lib/signature.js
// The form of a signature. Implements docs/signing.md section 3.
/** Whether it is 32 bytes in standard Base64 with padding. */
function isSignature(text) {
    return /^[A-Za-z0-9+/]{43}=$/.test(text);
}

;// CONCATENATED MODULE: ../../packages/exo-signer/dist/parse-authorization.js
// Reads an Authorization header's value. Implements docs/signing.md section 4.3.





// Anchored at the end, because a key may hold a comma: what precedes the known pairs is the key.
const pattern = /^EXO2-HMAC-SHA256 credential=(.+?)(?:,signed-query-args=(.*?))?,expires=(-?\d+),signature=([^,]+)$/;
/**
 * The parts of an `Authorization` header. The inverse of `formatAuthorization`. Pure. It verifies
 * nothing.
 *
 * @throws {ExoSignerError} `ERR_AUTHORIZATION_MALFORMED`; the header's text is not repeated.
 */
function parseAuthorization(header) {
    const [, apiKey, names, seconds, signature] = pattern.exec(header) ?? [];
    const expires = Number(seconds);
    const signedQueryArgs = names?.split(';') ?? [];
    if (apiKey === undefined ||
        signature === undefined ||
        !isSignature(signature) ||
        !isCarriableKey(apiKey) ||
        !signedQueryArgs.every(isCarriableName) ||
        !Number.isSafeInteger(expires)) {
        throw new ExoSignerError('ERR_AUTHORIZATION_MALFORMED', 'The Authorization header is malformed. Expected "EXO2-HMAC-SHA256 credential=<key>[,signed-query-args=<names>],expires=<seconds>,signature=<base64>".');
    }
    return { apiKey, signedQueryArgs, expires, signature };
}

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
        const why = cleanText(String(cause));
        throw new ExoIamError('ERR_REQUEST_INVALID', `${operation} was not sent, its request cannot be made (${why}). Expected a body that JSON can hold, and names in the query without ; , = and characters outside ASCII.`, { operation, cause });
    }
}

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
    return new ExoIamError('ERR_ANSWER_UNREADABLE', `${operation} returned a redirect (${status}) to ${host || 'nowhere'}, which is not followed. Expected an Exoscale API; check the endpoint and any proxy in between.`, 
    // A 303 says: done, and the result is there.
    { operation, status, uncertain: status === 303 && method !== 'GET' });
}

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
        const error = new ExoIamError('ERR_ANSWER_UNREADABLE', message, facts);
        return { error, failure: { status } };
    }
}
function tooLong(operation, status) {
    const message = `${operation} returned more than ${bodyLimit(operation) / 2 ** 20} MiB. Expected the JSON of an Exoscale API; check the endpoint and any proxy in between.`;
    const facts = { operation, status, uncertain: true };
    const error = new ExoIamError('ERR_ANSWER_UNREADABLE', message, facts);
    return { error, failure: { status, permanent: true } };
}

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
            at: (other) => clientAt(resolveEndpoint({ endpoint: other, allowAnyHost: options.allowAnyHost }), budget),
            async request(operation, request = {}) {
                const { name, method, path } = typeof operation === 'string' ? find(operation) : operation;
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
    return clientAt(resolveEndpoint(options), options.budget);
}
function find(name) {
    const operation = findOperation(name);
    if (operation)
        return operation;
    throw new ExoIamError('ERR_OPERATION_UNKNOWN', `The operation ${JSON.stringify(name)} does not exist. Expected a name from the catalogue in @x/exo-operations.`, { field: 'operation' });
}
function fillPath(name, path, values) {
    return path.replace(/\{([^}]+)\}/g, (_, key) => {
        const value = values[key];
        // An empty value would address the collection instead of the item, and dots another one.
        if (value && !/^\.{1,2}$/.test(value))
            return encodeURIComponent(value);
        throw new ExoIamError('ERR_PARAMETER_MISSING', `${name} needs a value for "${key}" other than dots.`, {
            operation: name,
            field: key,
        });
    });
}

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
                if (!hasCode(cause, 'ERR_POLICY_DENIED'))
                    throw cause;
                const { code, status, operation, serviceClass } = cause;
                throw new ExoIamError(code, `${operation} was refused in class ${serviceClass} for the key of the variable EXOSCALE_API_KEY. An earlier step of this job, a mint for example, may have set the variable to a key that is restricted on purpose. Pass the parent key as the inputs api-key and api-secret.`, { status, operation, serviceClass, cause });
            }
        },
    };
}

;// CONCATENATED MODULE: ../../packages/action-kit/dist/post-client.js



/**
 * A client that checks certificates and honors the proxy. Where it cannot, every request of it fails with
 * the reason: so a variable that is wrong is one more way for a revocation to fail, and is reported as such.
 */
function createPostClient(step, connection) {
    const client = createJobClient(step, connection);
    try {
        verifyTlsAgain(step);
        useProxy(step);
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

;// CONCATENATED MODULE: ../../packages/action-kit/dist/try-report.js
// Reports after the work is done: what fails here does not change what happened.


/** Runs a report. A failure is a warning that names it, and never throws. */
async function tryReport({ core }, report) {
    try {
        await report();
    }
    catch (error) {
        core.warning(plain(`The step did its work, but could not report all of it: ${messageOf(error)}`), {
            title: 'The report is not complete',
        });
    }
}

;// CONCATENATED MODULE: ../../packages/action-kit/dist/write-summary.js
// Writes to the job summary, which is worth having and not worth a failed job.

async function writeSummary({ core }, markdown) {
    try {
        await core.summary.addRaw(markdown, true).write();
    }
    catch (error) {
        core.info(`The job summary could not be written: ${messageOf(error)}`);
    }
}

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

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/check-key-answer.js
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
    throw new ExoIamError('ERR_ANSWER_UNREADABLE', `${operation} did not return a usable key and secret. Expected the response of an Exoscale API; check the endpoint and any proxy in between.`, { operation, uncertain: true });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/list-of.js
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
    throw new ExoIamError('ERR_ANSWER_UNREADABLE', `${operation} did not return a list${where}. Expected the response of an Exoscale API; check the endpoint and any proxy in between.`, { operation });
}
function memberOf(answer, member) {
    return typeof answer === 'object' && answer !== null
        ? answer[member]
        : undefined;
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/operation.js
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
async function operation_waitForOperation(client, operation, options = {}) {
    const { timeoutMs = 120_000, signal } = options;
    const startedAt = client.elapsed();
    let current = checked(operation);
    for (let poll = 0; current.state === 'pending'; poll += 1) {
        const elapsedMs = client.elapsed() - startedAt;
        const delayMs = firstDelaysMs[poll] ?? Math.max(steadyDelayMs, elapsedMs / 15);
        if (elapsedMs + delayMs > timeoutMs) {
            throw new ExoIamError('ERR_TIMEOUT', `Operation ${current.id} was still pending after ${Math.round(elapsedMs / 1000)} s. Ask for it later with get-operation.`, { uncertain: true });
        }
        await client.sleep(delayMs, signal);
        const { id } = operation;
        current = checked(await client.request('get-operation', { path: { id }, signal }));
    }
    if (current.state === 'success')
        return current;
    const said = [current.reason, current.message].filter(Boolean).join(': ');
    const why = cleanText(said) || 'without a reason';
    throw new ExoIamError('ERR_OPERATION_FAILED', `Operation ${current.id} ended as ${current.state}, ${why}.`, { uncertain: true });
}
const states = ['pending', 'success', 'failure', 'timeout'];
// Without a state the result is unknown, and without an id the client cannot ask for it.
function checked(operation) {
    const { id, state } = operation ?? {};
    if (states.includes(state) && (id || state !== 'pending'))
        return operation;
    throw new ExoIamError('ERR_ANSWER_UNREADABLE', 'The API did not return an operation: the response lacks a state, or an id to poll. Expected the response of an Exoscale API; check the endpoint and any proxy in between.', { uncertain: true });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/access-key.js



const access_key_operations = {
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
    const { create } = access_key_operations;
    const answer = await client.request(create, { body: key, signal });
    return checkKeyAnswer(create.name, answer);
}
/**
 * Every legacy key of the organization.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
async function listAccessKeys(client, { signal } = {}) {
    const { list } = access_key_operations;
    return listOf(list.name, await client.request(list, { signal }), 'access-keys');
}
/**
 * One legacy key.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
function getAccessKey(client, key, { signal } = {}) {
    return client.request(access_key_operations.get, { path: { key }, signal });
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
    const operation = await client.request(access_key_operations.revoke, request);
    await operation_waitForOperation(client, operation, { signal });
}
/**
 * Every operation that a legacy key can be restricted to, with its tags.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
function listAccessKeyKnownOperations(client, options = {}) {
    return readOperations(client, access_key_operations.listKnown, options);
}
/**
 * The operations of the legacy key that signs.
 *
 * These endpoints left the specification in June 2024; whether they still answer is unconfirmed.
 */
function listAccessKeyOperations(client, options = {}) {
    return readOperations(client, access_key_operations.listOwn, options);
}
async function readOperations(client, operation, { signal }) {
    const answer = await client.request(operation, { signal });
    return listOf(operation.name, answer, 'access-key-operations');
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/leven@4.1.0/node_modules/leven/index.js
var leven = __webpack_require__(941);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/nearest-names.js
// What a misspelled name was probably meant to be.

const maxNames = 3;
/** ` (did you mean …?)` with up to three names near the one given, or nothing. */
function didYouMean(name, names) {
    const near = nearestNames(name, names);
    return near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : '';
}
/** Up to three names near the one given, nearest first. None when nothing is near. */
function nearestNames(name, names) {
    const farthest = Math.max(2, Math.floor(name.length / 3));
    return names
        .filter((candidate) => Math.abs(candidate.length - name.length) <= farthest)
        .map((candidate) => ({ candidate, distance: (0,leven/* default */.A)(name, candidate) }))
        .filter(({ distance }) => distance <= farthest)
        .sort((a, b) => a.distance - b.distance)
        .slice(0, maxNames)
        .map(({ candidate }) => candidate);
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/visible.js
// Text that somebody typed, as it is quoted in a message.
/**
 * The text as JSON, with every character outside printable ASCII escaped: a zero-width space or a
 * look-alike of a hyphen would not show otherwise.
 */
function visible(text) {
    return JSON.stringify(text).replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/read-resources.js
// Reads `sos/bucket:NAME`, the form of the legacy command line and of Terraform.


/**
 * The names of the buckets. Only characters that are safe inside a CEL string pass.
 *
 * @throws {ExoIamError} `ERR_RESOURCE_INVALID` for another form, another kind of resource, or a name
 *   that no bucket can have.
 */
function readResources(resources) {
    return resources.map((resource) => {
        const [, domain, type, name = ''] = /^([^/:]*)\/([^/:]*):(.*)$/s.exec(resource) ?? [];
        if (domain !== 'sos' || type !== 'bucket') {
            throw read_resources_invalid(resource, 'is not of a kind that a policy can restrict');
        }
        if (/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,61}[a-zA-Z0-9]$/.test(name))
            return name;
        throw read_resources_invalid(resource, 'does not name a bucket');
    });
}
function read_resources_invalid(resource, problem) {
    return new ExoIamError('ERR_RESOURCE_INVALID', `The resource ${visible(resource)} ${problem}. Expected "sos/bucket:NAME" with a name of 3 to 63 letters, digits, dots and hyphens.`, { field: 'resources' });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/scope.js
/** The word that stands for everything. */
const unrestricted = 'unrestricted';

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/is-uncertain.js
// Tells a request that certainly failed from one that may have succeeded anyway.

/**
 * Whether a failed request may have been carried out anyway. An abort can cut off any request, and a key
 * that may not read the result of an operation only knows that the operation was started.
 */
function isUncertain(error) {
    return !(error instanceof ExoIamError) || error.uncertain || error.operation === 'get-operation';
}

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
            if (!hasCode(error, 'ERR_NOT_FOUND') || delayMs === undefined) {
                throw lostAnswer ? inDoubt(error) : error;
            }
            await client.sleep(delayMs, signal);
        }
    }
}
// Only the second request was refused. The first one may still create its key, after the list was read
// that was used to look for it.
function inDoubt(error) {
    if (!(error instanceof ExoIamError) || error.uncertain)
        return error;
    const { code, message, status, operation, serviceClass } = error;
    const doubt = 'The response to an earlier request was lost, so a key may exist anyway.';
    const facts = { status, operation, serviceClass, uncertain: true, cause: error };
    return new ExoIamError(code, `${message} ${doubt}`, facts);
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/api-key.js



/**
 * Creates a key for a role. Never retried blindly: if the response is lost, a key may exist whose
 * secret is unknown.
 *
 * @param key `name` of 1 to 255 characters, `role-id` a UUID.
 */
async function createApiKey(client, key, { signal } = {}) {
    const name = 'create-api-key';
    return checkKeyAnswer(name, await client.request(name, { body: key, signal }));
}
/** Every key of the organization. The API does not page the list. */
async function listApiKeys(client, { signal } = {}) {
    const name = 'list-api-keys';
    return listOf(name, await client.request(name, { signal }), 'api-keys');
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
    await operation_waitForOperation(client, operation, { signal });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/remove-keys.js



const apiKeys = { list: listApiKeys, remove: deleteApiKey };
const accessKeys = { list: listAccessKeys, remove: revokeAccessKey };
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
 * Runs a deletion. If there is nothing to delete, that is not an error. If the API accepts the deletion and
 * does not say what came of it, a second deletion tells: a key that is gone by then was deleted.
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
    return hasCode(error, 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION');
}
// It was accepted, and the API does not tell this key, or not now, whether it is done.
function isUnconfirmed(error) {
    return error instanceof ExoIamError && error.operation === 'get-operation';
}

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
        if (!hasCode(error, 'ERR_POLICY_DENIED', 'ERR_FORBIDDEN'))
            throw error;
        return { key, role: 'kept', doubt: error };
    }
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/iam-role.js



/** Creates a role, waits for it and gives its id. */
async function createIamRole(client, role, { signal } = {}) {
    const answer = await client.request('create-iam-role', { body: role, signal });
    const { reference } = await operation_waitForOperation(client, answer, { signal });
    if (reference?.id)
        return reference.id;
    throw new ExoIamError('ERR_ANSWER_UNREADABLE', 'create-iam-role did not return the id of the role. A role may exist; look for it by its name.', {
        operation: 'create-iam-role',
        uncertain: true,
    });
}
/** Every role of the organization. The API does not page the list. */
async function listIamRoles(client, { signal } = {}) {
    const name = 'list-iam-roles';
    return listOf(name, await client.request(name, { signal }), 'iam-roles');
}
/** One role, with its policy. */
function getIamRole(client, id, { signal } = {}) {
    return client.request('get-iam-role', { path: { id }, signal });
}
/** Changes a role, all but its name and its policy, and waits until that is done. */
async function updateIamRole(client, id, { changes, signal }) {
    const request = { path: { id }, body: changes, signal };
    const operation = await client.request('update-iam-role', request);
    await waitForOperation(client, operation, { signal });
}
/** Replaces a role's policy, for every key of the role, and waits until that is done. */
async function updateIamRolePolicy(client, id, { policy, signal }) {
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
    const operation = await client.request('delete-iam-role', { path: { id }, signal });
    await operation_waitForOperation(client, operation, { signal });
}

;// CONCATENATED MODULE: ../../packages/exo-operations/dist/service-classes.js
// The classes that policies are made of.

/** Every class that an operation of the catalogue belongs to, sorted by name. */
const serviceClasses = /* @__PURE__ */ [
    ...new Set(operations.map(({ serviceClass }) => serviceClass)),
]
    .sort()
    .map((name) => ({
    name,
    confirmed: operations.some((operation) => operation.serviceClass === name && operation.serviceClassConfirmed),
}));

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/check-policy.js
// Checks a policy that was written by hand, since the API accepts almost anything without an error.



/**
 * Returns the policy if it is valid: an object that denies by default, whose classes and rules have the
 * documented form and no other members. Expressions are not evaluated.
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
        throw new ExoIamError('ERR_POLICY_INVALID', message, { field: origin });
    }
    return value;
}
class PolicyProblem extends Error {
}
function check(value, byHand) {
    const policy = object(value, 'the top level');
    const { 'default-service-strategy': strategy, services } = policy;
    if (byHand) {
        refuseOthers(policy, 'the top level', ['default-service-strategy', 'services']);
        oneOf(strategy, 'default-service-strategy', ['deny']);
    }
    oneOf(strategy, 'default-service-strategy', ['allow', 'deny']);
    for (const [name, each] of Object.entries(object(services, 'services'))) {
        const place = `services.${name}`;
        if (byHand && !classNames.includes(name)) {
            const expected = `a service class (${classNames.join(', ')})${didYouMean(name, classNames)}`;
            throw problemAt(place, 'is not a known service class', expected);
        }
        checkService(object(each, place), place, byHand);
    }
}
// `compute-legacy` appears in published policies, but the catalogue has no operation of it.
const classNames = [...serviceClasses.map(({ name }) => name), 'compute-legacy'];
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
    const problem = `has the member ${JSON.stringify(other)}${didYouMean(other, names)}, which has no effect`;
    throw problemAt(place, problem, names.join(', '));
}
function oneOf(value, place, allowed) {
    if (typeof value === 'string' && allowed.includes(value))
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
    return list === undefined || (Array.isArray(list) && list.length === 0);
}
function problemAt(place, problem, expected) {
    return new PolicyProblem(`${place} ${problem}. Expected ${expected}`);
}

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

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/known-operation.js
// Every operation a policy can name: those of the API and those of S3.

const knownOperations = [
    ...operations.map(({ name, serviceClass, asynchronous, tags, serviceClassConfirmed }) => ({
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
const known_operation_byName = new Map(knownOperations.map((operation) => [operation.name, operation]));
function findKnownOperation(name) {
    return known_operation_byName.get(name);
}
/**
 * The operations of the object storage that make or remove a whole bucket. Naming a bucket does not grant
 * them: a scope that needs them beside resources names them among its operations.
 */
const bucketMaking = ['create-bucket', 'delete-bucket'];

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
        throw new ExoIamError('ERR_OPERATION_UNKNOWN', `The API has no operation ${resolve_operations_describe(unknown)}. Expected names of the API reference such as list-zones, or of S3 such as get-object; a name that does not exist would allow nothing. If the name is newer than this catalogue, use a policy instead.`, { field: 'operations' });
    }
    return { operations: found, notes };
}
const maxNamed = 10;
function resolve_operations_describe(unknown) {
    const named = unknown.slice(0, maxNamed).map((name) => `${visible(name)}${hintFor(name)}`);
    const rest = unknown.length - named.length;
    return `${named.join(', no ')}${rest > 0 ? `, and ${rest} more are unknown` : ''}`;
}
// A folded YAML block joins lines by spaces, and `\\n` in single quotes stays as it is.
function hintFor(name) {
    return /\s|;|\\n/.test(name)
        ? ' (several names? Separate them by commas or line breaks: in YAML `operations: |`, not `>`)'
        : didYouMean(name, allNames);
}
const allNames = knownOperations.map(({ name }) => name);

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
            return { tag, wholeClass: resolve_tags_classNames.includes(tag) ? tag : undefined, operations };
        }
        throw unknownTag(`The tag ${visible(tag)} does not stand for any operation`);
    });
}
const resolve_tags_classNames = serviceClasses.map(({ name }) => name);
const tagNames = [...new Set(knownOperations.flatMap(({ tags }) => tags))];
function predicateOf(part) {
    if (part === 'read')
        return ({ name }) => /^(?:get|list)-/.test(name);
    // The class goes first: `compute` the class has more than `compute` the tag.
    if (resolve_tags_classNames.includes(part))
        return ({ serviceClass }) => serviceClass === part;
    if (tagNames.includes(part))
        return ({ tags }) => tags.includes(part);
    const hint = didYouMean(part, [...new Set([...resolve_tags_classNames, ...tagNames, 'read'])]);
    throw unknownTag(`The tag ${visible(part)} does not exist${hint}`);
}
function unknownTag(problem) {
    return new ExoIamError('ERR_TAG_UNKNOWN', `${problem}. Expected a service class (${resolve_tags_classNames.join(', ')}), a tag of the API reference such as "instance", "read", or two of them with a colon such as "compute:read".`, { field: 'tags' });
}

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
        throw new ExoIamError('ERR_SCOPE_CONFLICT', `Resources restrict only the object storage, and the tags allow everything in ${classes}. Name the operations of ${classes} that the job needs, or mint a separate key for them.`, { field: 'resources' });
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
        throw new ExoIamError('ERR_SCOPE_CONFLICT', 'The resources restrict the object storage, but the scope has no operation of it. Add S3 operations such as get-object or the tag sos, or leave out the resources.', { field: 'resources' });
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
        throw new ExoIamError('ERR_SCOPE_EMPTY', `The template, ${template.source}, allows nothing in ${missing.join(', ')}, so nothing would be left. Name operations of the classes it does allow.`, { field: 'template' });
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
/** Notes about a policy that is used unchanged. Its rules are not evaluated. */
function noteLastingPolicy(policy, whose) {
    const { iam = { type: policy['default-service-strategy'] } } = policy.services;
    const mayAllow = iam.type === 'rules'
        ? iam.rules.some(({ action }) => action === 'allow')
        : iam.type === 'allow';
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

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/refuse-conflicts.js
// Refuses a scope whose parts contradict each other, before one of them is silently ignored.


/** @throws {ExoIamError} `ERR_SCOPE_CONFLICT` naming the first part that does not go with the rest. */
function refuseConflicts(scope) {
    const { operations = [], tags = [], resources = [], policy, template } = scope;
    const everything = operations.includes(unrestricted);
    const beside = [
        ...(operations.length > (everything ? 1 : 0) ? ['operations'] : []),
        ...(tags.length > 0 ? ['tags'] : []),
        ...(resources.length > 0 ? ['resources'] : []),
        ...(template ? ['template'] : []),
        ...(everything && policy !== undefined ? ['policy'] : []),
    ];
    const alone = everything
        ? `the word "${unrestricted}"`
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
    throw new ExoIamError('ERR_SCOPE_CONFLICT', `The scope combines ${alone} with ${beside.join(', ')}, which contradict each other. Expected ${alone} alone, or a scope without it.`, { field });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/compile-scope.js
// From what a lease may do to the policy that says so.












/**
 * The policy for a scope, and everything there is to say about it. Pure; nothing is asked of the API.
 *
 * @throws {ExoIamError} `ERR_SCOPE_EMPTY`, `ERR_SCOPE_CONFLICT`, `ERR_OPERATION_UNKNOWN`,
 *   `ERR_TAG_UNKNOWN`, `ERR_RESOURCE_INVALID`, `ERR_POLICY_INVALID`.
 */
function compileScope(scope) {
    refuseConflicts(scope);
    if (scope.policy !== undefined)
        return compileVerbatim(scope.policy);
    if (scope.operations?.includes(unrestricted))
        return compileUnrestricted();
    const buckets = readResources(scope.resources ?? []);
    if (scope.template)
        checkPolicy(scope.template.policy, 'template');
    const { grants, tags, notes } = collectGrants(scope);
    if (grants.size === 0 && scope.template)
        return compileTemplate(scope.template);
    if (grants.size === 0)
        throw emptyScope('no operation is named');
    const polling = grantPolling(grants, scope);
    if (grants.size === 0)
        throw emptyScope('nothing is named but get-operation, which is denied');
    const described = compile_scope_describe(grants);
    const common = { tags, added: polling.added, ...described };
    const allNotes = [...notes, ...polling.notes, ...described.notes];
    if (scope.template) {
        const narrowed = narrowPolicy(scope.template, grants, buckets);
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
    throw new ExoIamError('ERR_POLICY_INVALID', `The template, ${source}, allows by default, so the key could do almost everything. Narrow it with operations or tags, or write "${unrestricted}" instead.`, { field: 'template' });
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
    return new ExoIamError('ERR_SCOPE_EMPTY', `The scope is empty: ${why}. A key without a scope could do everything, so no key is made. Name the operations the job needs, such as list-zones.`, { field });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/find-role.js



/**
 * The role of that id or name.
 *
 * @throws {ExoIamError} `ERR_ROLE_NOT_FOUND` naming what is near it; `ERR_ROLE_AMBIGUOUS` when two have
 *   the name, with their ids.
 */
async function findRole(client, idOrName, options = {}) {
    const { field = 'role', signal } = options;
    const roles = await listIamRoles(client, { signal });
    const byId = roles.find(({ id }) => id === idOrName);
    if (byId)
        return byId;
    const [role, ...others] = roles.filter(({ name }) => name === idOrName);
    if (role && others.length === 0)
        return role;
    if (role) {
        const ids = [role, ...others].map(({ id }) => id).join(', ');
        throw new ExoIamError('ERR_ROLE_AMBIGUOUS', `${others.length + 1} roles are called ${JSON.stringify(idOrName)}: ${ids}. Give the id of the one you mean.`, { field });
    }
    // The specification requires no member of a role, not even its name.
    const names = roles.map(({ name }) => name).filter((name) => typeof name === 'string');
    const hint = didYouMean(idOrName, names);
    throw new ExoIamError('ERR_ROLE_NOT_FOUND', `The organization does not have a role ${JSON.stringify(idOrName)}${hint}. Expected the name or the id of an existing role; the parent key needs permission for list-iam-roles.`, { field });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/resolve-template.js






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
    return looksLikeKey(key) ? unlessUnknown(getAccessKey(client, key, options)) : undefined;
}
// A role can have such a name too, so this only decides whether to look for a key.
function looksLikeKey(text) {
    return /^EXO[0-9a-z]+$/i.test(text);
}
async function templateOfKey(client, key, options) {
    const found = await unlessUnknown(getApiKey(client, key, options));
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
        return await findRole(client, name, { ...options, field });
    }
    catch (error) {
        if (hasCode(error, 'ERR_ROLE_NOT_FOUND'))
            return undefined;
        throw error;
    }
}
async function findRoleOfKey(client, name, options) {
    const keys = (await listApiKeys(client, options)).filter((key) => key.name === name);
    const [id, ...others] = new Set(keys.map((key) => key['role-id']));
    if (others.length === 0)
        return id;
    const named = keys.map(({ key }) => key).join(', ');
    throw new ExoIamError('ERR_ROLE_AMBIGUOUS', `Keys of several roles are called ${JSON.stringify(name)}: ${named}. Give the key (EXO…) of the one you mean.`, { field });
}
// Undefined if the role is gone: the API may still list a key for a while after its role was deleted.
async function policyOfRole(client, id, options) {
    const role = await unlessUnknown(getIamRole(client, id, options));
    return role && (role.policy ?? allowAll);
}
// A role without a policy may do everything, and so may an unrestricted legacy key.
const allowAll = { 'default-service-strategy': 'allow', services: {} };
function convertAccessKey(accessKey) {
    try {
        return policyOfAccessKey(accessKey);
    }
    catch (cause) {
        if (!(cause instanceof ExoIamError))
            throw cause;
        const message = `The legacy key ${accessKey.key} cannot be converted to a policy. ${cause.message}`;
        throw new ExoIamError(cause.code, message, { field, cause });
    }
}
function policyOfAccessKey({ operations = [], tags = [], resources = [] }) {
    if (operations.length + tags.length + resources.length === 0)
        return allowAll;
    const named = resources.map((each) => `${each.domain}/${each['resource-type']}:${each['resource-name']}`);
    const scope = { operations, tags, resources: named };
    const compiled = compileScope(scope);
    // The key did not have the added operations, so its template does not get them.
    if (compiled.added.length === 0)
        return compiled.policy;
    return compileScope({ ...scope, getOperation: 'deny' }).policy;
}
// The API documents the code for an unknown key only for its deletion.
async function unlessUnknown(asking) {
    try {
        return await asking;
    }
    catch (error) {
        if (hasCode(error, 'ERR_NOT_FOUND', 'ERR_NOT_IN_ORGANIZATION'))
            return undefined;
        throw error;
    }
}
function notFound(template) {
    return new ExoIamError('ERR_TEMPLATE_NOT_FOUND', `The template ${JSON.stringify(template)} does not exist: the organization has neither a key nor a role of that name or id. Expected a key (EXO…) or its name, or the name or id of a role. It may have been deleted.`, { field });
}

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
                create: () => createAccessKey(client, { name, ...restrictions }, { signal }),
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
    if (operations.includes(unrestricted))
        return {};
    if (template) {
        if (operations.length + tags.length + resources.length > 0) {
            throw unsuitable('A legacy key cannot narrow a template', 'the template alone');
        }
        return restrictionsOfTemplate(client, template, options);
    }
    await refuseUnknown(client, { operations, tags }, options);
    return pick({ operations, tags, resources: readResources(resources).map(toResource) });
}
async function restrictionsOfTemplate(client, template, options) {
    const legacyKey = await findAccessKey(client, template, options);
    if (!legacyKey) {
        const { source } = await resolveTemplate(client, template, options);
        throw unsuitable(`A legacy key cannot copy ${source}, which has a policy`, 'a legacy key');
    }
    const restrictions = pick(legacyKey);
    if (Object.keys(restrictions).length > 0)
        return restrictions;
    const instead = `a restricted key, the operation "${unrestricted}" instead of a template`;
    throw unsuitable(`The template ${template} is unrestricted`, instead);
}
function unsuitable(problem, expected) {
    return new ExoIamError('ERR_METHOD_UNSUITABLE', `${problem}. Expected ${expected}, or the method scoped-role.`, { field: 'template' });
}
// Legacy keys have their own names for operations, so these come from the API and not the catalogue.
async function refuseUnknown(client, asked, options) {
    if (asked.operations.length + asked.tags.length === 0)
        return;
    const known = await listAccessKeyKnownOperations(client, options);
    const names = {
        operations: known.map(({ operation }) => operation),
        tags: known.flatMap((each) => each.tags),
    };
    for (const field of ['operations', 'tags']) {
        const unknown = asked[field].find((name) => !names[field].includes(name));
        if (unknown !== undefined) {
            throw new ExoIamError(field === 'tags' ? 'ERR_TAG_UNKNOWN' : 'ERR_OPERATION_UNKNOWN', `${JSON.stringify(unknown)} is not one of the ${field} of legacy keys${didYouMean(unknown, [...new Set(names[field])])}. Expected names that list-access-key-known-operations returns.`, { field });
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

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/assume-iam-role.js

/**
 * Assumes a role whose `assume-role-policy` lets the signing key do so. No documented operation lists
 * or revokes the key, so ask for no more time than is needed. Never repeated blindly: when the answer is
 * lost, a key may exist whose secret nobody has, until its deadline.
 */
async function assumeIamRole(client, id, { ttlSeconds, signal }) {
    const name = 'assume-iam-role';
    const request = { path: { id }, body: { ttl: ttlSeconds }, signal };
    return checkKeyAnswer(name, await client.request(name, request));
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/methods/assume-role.js



const assumeRole = {
    enforcedBy: 'server',
    prepare: assume_role_prepare,
    revoke: () => Promise.resolve({ key: 'expires', role: 'kept' }),
};
async function assume_role_prepare(client, { scope, ttlSeconds }, options) {
    const role = await findRole(client, scope.role ?? '', options);
    const { id, name = id, 'max-session-ttl': maxTtlSeconds } = role;
    // 0 stands for an unpublished default; in that case the API decides.
    if (maxTtlSeconds && ttlSeconds > maxTtlSeconds) {
        throw new ExoIamError('ERR_DURATION_INVALID', `The ttl is ${ttlSeconds} seconds, but the role ${name} allows sessions of at most ${maxTtlSeconds} seconds. Choose a shorter ttl, or raise the role's max-session-ttl.`, { field: 'ttl' });
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
    throw new ExoIamError('ERR_LEFT_BEHIND', `The API created the session ${key}, which lasts until ${until}, longer than requested. The session is not handed out, but it cannot be revoked. Check the role's max-session-ttl, and use the method role or scoped-role instead.`, { operation: 'assume-iam-role' });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/methods/role.js





const role = {
    enforcedBy: 'sweep',
    prepare: role_prepare,
    revoke: (client, record, options) => removeLoneKey(client, apiKeys, { ...options, record }),
};
async function role_prepare(client, { scope }, options) {
    // The specification requires no name.
    const { id, name: roleName = id } = await findRole(client, scope.role ?? '', options);
    return {
        role: { id, name: roleName },
        create: async ({ name, signal, commit }) => {
            const { key, secret } = await createKeyOnce(client, {
                create: () => createApiKey(client, { name, 'role-id': id }, { signal }),
                removeAll: () => removeKeys(client, apiKeys, { name, signal }),
                onLost: () => commit({ uncertain: true }),
                signal,
            });
            await commit({ apiKey: key });
            return { apiKey: key, apiSecret: secret };
        },
    };
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/check-ttl.js
// Limits the ttl. It becomes part of a CEL expression, and the API skips a rule that it cannot evaluate:
// a duration that CEL cannot hold would mean that the key has no deadline.

const maxSeconds = 365 * 24 * 3600;
/** @throws {ExoIamError} `ERR_DURATION_INVALID` unless it is whole seconds, at least one and at most 365 days. */
function checkTtl(ttlSeconds) {
    if (Number.isInteger(ttlSeconds) && ttlSeconds >= 1 && ttlSeconds <= maxSeconds)
        return;
    throw new ExoIamError('ERR_DURATION_INVALID', `The ttl is ${ttlSeconds} seconds. Expected a whole number from 1 to ${maxSeconds} (365 days), since the server ignores a deadline that it cannot evaluate.`, { field: 'ttl' });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/scope/wrap-expression.js
// Puts a condition around a CEL expression. The scanner reads what CEL's lexer reads, and refuses the rest,
// so that no expression can close the bracket that it stands in.

const closing = { '(': ')', '[': ']', '{': '}' };
const prefixes = ['r', 'b', 'rb', 'br'];
// Each is tried at the present position. A comment ends at a line feed only.
const space = /[ \t\n\f]+|\r\n/y;
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
    throw new ExoIamError('ERR_POLICY_INVALID', `An expression of the policy ${fault}, so the deadline cannot be put around it. Expected a complete CEL expression with balanced brackets.`, { field: 'policy' });
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
// Undefined also for an escape that CEL does not know, and for a line break between single quotes.
function endOfString(text, { at: start, quotes, raw }) {
    let at = start;
    while (at < text.length) {
        if (text.startsWith(quotes, at))
            return at + quotes.length;
        const character = text[at];
        if (character === '\n' && quotes.length === 1)
            return undefined;
        const escaped = character === '\\' && !raw ? match(wrap_expression_escape, text, at) : character;
        if (!escaped)
            return undefined;
        at += escaped.length;
    }
    return undefined;
}
function match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
}

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
        throw new ExoIamError('ERR_POLICY_INVALID', 'The policy allows by default, so a class that it does not list would have no deadline. Expected "default-service-strategy": "deny".', { field: 'policy' });
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

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/remove-roles.js



/** Removes the role by its id, or every role of exactly that name where the id is not known. */
async function removeRoles(client, { name, roleId }, options) {
    const ids = roleId === undefined
        ? (await listIamRoles(client, options))
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
            return await unlessGone(() => deleteIamRole(client, id, options));
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
    return hasCode(error, 'ERR_CONFLICT', 'ERR_REQUEST_REFUSED', 'ERR_FORBIDDEN', 'ERR_OPERATION_FAILED');
}

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
    const taken = template ? await resolveTemplate(client, template, options) : undefined;
    const { description, deadline } = request;
    const compiled = compileScope({ ...rest, template: taken });
    const scope = deadline === 'lenient' ? { ...compiled, notes: [...compiled.notes, lenientNote] } : compiled;
    const policy = withDeadline(scope.policy, request.ttlSeconds, { now: client.now(), deadline });
    const settings = { policy, ...(description !== undefined && { description }) };
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
async function create(context, settings) {
    const { client, name, signal, commit } = context;
    const { id: roleId, doubt } = await createRole(client, { name, ...settings }, { signal });
    await commit({ roleId });
    refuseClockAhead(client);
    const { key, secret } = await createKeyOnce(client, {
        create: async () => {
            try {
                return await createApiKey(client, { name, 'role-id': roleId }, { signal });
            }
            catch (error) {
                // A role that is not ready yet is not found. What kept the client from waiting for it says more.
                throw doubt !== undefined && hasCode(error, 'ERR_NOT_FOUND') ? doubt : error;
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
        return { id: await createIamRole(client, role, options) };
    }
    catch (error) {
        if (!isUncertain(error) || hasCode(error, 'ERR_OPERATION_FAILED'))
            throw error;
        // The response was lost, so the role may exist. Its name is random, so a role of that name is this one.
        const roles = await listIamRoles(client, options).catch(() => []);
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
    throw new ExoIamError('ERR_CLOCK_SKEW', `This machine's clock is ${Math.round(aheadMs / 60_000)} minutes ahead of the server's, so the key would outlive its deadline. Expected at most 10 minutes; correct the clock.`, { operation: 'create-iam-role' });
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/methods.js




const methods = {
    'scoped-role': scopedRole,
    role: role,
    'assume-role': assumeRole,
    'access-key': accessKey,
};

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/revocation.js
/** The revocation, with its outcome and its words. */
function toRevocation(record, removed) {
    const outcome = removed.key === 'deleted' ? 'revoked' : removed.key;
    return { outcome, reason: revocation_describe(record, removed), ...removed };
}
function revocation_describe({ name, apiKey, expiresAt }, { key, role }) {
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
        core.info(plain(handedOut?.sealed
            ? `The key ${record.apiKey} is sealed for other jobs, so this one does not revoke it. Its deadline is ${until}.`
            : `The key ${record.apiKey} is not revoked, because the input revoke is false. Its deadline is ${until}.`));
        return { fate: 'kept' };
    }
    try {
        const signal = AbortSignal.timeout(timeoutMs);
        const revocation = await revoke(client.within(timeoutMs), record, { signal });
        core.info(plain(revocation.reason));
        if (revocation.doubt) {
            core.warning(plain(`A response was lost while the key was created, and the API refused to list keys. A second key named ${record.name} may exist: ${messageOf(revocation.doubt)}`), { title: 'A second key may exist' });
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
    return new ExoIamError('ERR_LEFT_BEHIND', `${what} may still exist under the name ${name}: ${reasonOf(cause, timeoutMs)} ${end} To end it sooner, delete what has that name${order}.`, { cause });
}
function isAway(cause) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    return timedOut || hasCode(cause, 'ERR_UNREACHABLE', 'ERR_TIMEOUT', 'ERR_SERVER');
}
function reasonOf(cause, timeoutMs) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    return timedOut ? `revoking took longer than ${timeoutMs / 1000} s.` : messageOf(cause);
}

;// CONCATENATED MODULE: ./lib/timeline.js
function timeline(facts) {
    const { key, record, handedOut, fate, endedAt } = facts;
    const { mintedAt, enforcedBy } = handedOut;
    const ended = fate === 'revoked' || fate === 'gone';
    // Mermaid drops a bar without a length.
    const end = ended ? Math.max(endedAt, mintedAt + 1) : record.expiresAt;
    const rest = enforcedBy === 'server' ? 'refused by the server from here on' : 'swept from here on';
    return [
        '```mermaid',
        'gantt',
        '  dateFormat X',
        '  axisFormat %H:%M:%S',
        // Anything else could be syntax of Mermaid's.
        `  section ${key.replace(/[^\w.-]+/g, ' ')}`,
        `  ${ended ? 'lived :done' : 'lives on :active'}, ${mintedAt}, ${end}`,
        `  ${rest} :milestone, crit, ${record.expiresAt}, 0s`,
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
        `#### ${code(key)}: ${fates[fate]}`,
        '',
        ...(usage ? usageLines(usage, handedOut?.byName ?? false) : []),
        ...(handedOut ? timeline({ key, record, handedOut, fate, endedAt }) : []),
    ].join('\n');
}
// More rows than these say less than their number.
const maxUnrecordedRows = 10;
function usageLines(usage, byName) {
    const { used, denied, unused, reads, uncatalogued, granted, note, suggestion, complete } = usage;
    const rows = [
        ...used.map(({ operation, count }) => [code(operation), `${count}`]),
        ...denied.map(({ operation, count }) => [code(operation), `${count}, refused`]),
        ...unused.map((operation) => [code(operation), 'none']),
        ...(reads.length > maxUnrecordedRows
            ? [[`${reads.length} granted reads`, 'not recorded']]
            : reads.map((operation) => [code(operation), 'not recorded'])),
        ...uncatalogued.map((operation) => [code(operation), 'not known']),
    ];
    // A tag is kept: a list of all it stands for is not easier to read.
    const narrower = byName && complete && suggestion.length > 0 && suggestion.length < granted.length;
    return [
        '| operation | calls |',
        '| --- | --- |',
        ...rows.map(([operation, calls]) => `| ${operation} | ${calls} |`),
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
        '```yaml',
        'operations: |',
        ...operations,
        '```',
        '',
    ];
}
function duration(seconds) {
    const minutes = Math.floor(seconds / 60);
    return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/lease/journal.js
// What a lease has created in the organization so far, recorded before and after each step.
/** Every method of minting, the default first. */
const leaseMethods = ['scoped-role', 'role', 'assume-role', 'access-key'];

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
    throw new ActionError('ERR_STATE_INVALID', 'The state that main saved cannot be read, so post does not know which key to revoke. Another step may have changed it. A key may be left behind: run the sweep action, or look for keys with your name-prefix.');
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
    return listOf(name, await client.request(name, { query, signal }));
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/p-map@7.1.1/node_modules/p-map/index.js
var p_map = __webpack_require__(901);
;// CONCATENATED MODULE: ../../packages/exo-iam/dist/resources/zone.js

/** Every zone. Works without a valid key. */
async function listZones(client, { signal } = {}) {
    const name = 'list-zones';
    return listOf(name, await client.request(name, { signal }), 'zones');
}

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
    const listed = new Map((await listZones(client, { signal })).map((zone) => [zone.name, zone]));
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
    if (isLoopback(client.endpoint) || !isLoopback(zoneClient.endpoint))
        return zoneClient;
    throw new ExoIamError('ERR_ENDPOINT_INVALID', `The API names this machine as the endpoint of zone ${zone.name}. Expected a host of exoscale.com; check the endpoint and any proxy in between.`, { field: 'zones' });
}
function unknownZone(name, known) {
    return new ExoIamError('ERR_ZONE_INVALID', `The API has no zone ${JSON.stringify(name)}. Expected one of ${known.join(', ')}.`, { field: 'zones' });
}

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

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/usage/summarize-usage.js
// From events of the audit trail to what a key did, and what it could have done without. Pure.


/** What a report cannot show. Print it with every report. */
const readsAreNotRecorded = 'The audit trail records changes, not reads. It does not show whether a granted read was used, so every read is kept.';
const retentionMs = 30 * 24 * 60 * 60 * 1000;
const polling = 'get-operation';
/** What a key did of what it could do, from a trail that was read already. Asks nothing. */
function summarizeUsage(lease, trail) {
    const { used, denied, unattributed } = countByOperation(lease, trail.zones);
    const granted = [...new Set(lease.operations)];
    const seen = new Set([...used, ...denied].map(({ operation }) => operation));
    const unseen = granted.filter((name) => !seen.has(name));
    const unused = unseen.filter((name) => findOperation(name)?.access === 'write');
    const reads = unseen.filter((name) => findOperation(name)?.access === 'read');
    const uncatalogued = unseen.filter((name) => !findOperation(name));
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
    const waits = kept.some((name) => name !== polling && findOperation(name)?.asynchronous);
    return waits ? kept : kept.filter((name) => name !== polling);
}

;// CONCATENATED MODULE: ../../packages/exo-iam/dist/usage/usage-report.js



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
    const { signal } = options;
    const from = new Date(lease.since.getTime() - clockToleranceMs);
    const to = new Date(lease.until.getTime() + clockToleranceMs);
    // A window that is still open is left open: then the server's clock says what is now.
    const window = to.getTime() < client.now() ? { from, to } : { from };
    const { results, failures } = await forEachZone(client, (zoneClient) => listEvents(zoneClient, { ...window, signal }), options);
    const zones = results.map(({ zone, value }) => ({ zone, events: value }));
    return summarizeUsage(lease, { zones, failures, readAt: client.now() });
}

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
            warn(`The audit trail of ${zones} could not be read: ${messageOf(failure.error)}`);
        }
        core.info(plainLines(report_usage_describe(usage)));
        return usage;
    }
    catch (error) {
        warn(`The audit trail could not be read: ${messageOf(error)}`);
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

;// CONCATENATED MODULE: ./lib/revoke-key.js
// What `post` does, from the state alone: revoke, blank what was exported, and report. Nothing that can
// fail comes before the revocation.





// GitHub gives all post steps of a cancelled job five minutes in total.
const fullTimeoutMs = 120_000;
// Used after an earlier post step found that the API does not respond.
const shortTimeoutMs = 10_000;
const apiIsAway = 'EXO_LEASE_API_IS_AWAY';
async function revokeKey(step) {
    const { core, env } = step;
    const state = readMintState(step);
    if (!state) {
        core.info('Nothing to revoke.');
        return;
    }
    const { connection, record, inputs, handedOut } = state;
    const client = connection && createPostClient(step, connection);
    const timeoutMs = env[apiIsAway] === 'true' ? shortTimeoutMs : fullTimeoutMs;
    const { fate, error, away } = await endLease(step, client, { ...state, timeoutMs });
    if (away)
        await tryReport(step, () => core.exportVariable(apiIsAway, 'true'));
    if (handedOut)
        takeBack(step, handedOut.exported);
    await tryReport(step, async () => {
        const wanted = client && inputs.usageReport && fate !== 'left';
        const usage = wanted ? await reportUsage(step, client, state) : undefined;
        if (!inputs.summary)
            return;
        const endedAt = Math.floor(Date.now() / 1000);
        await writeSummary(step, endSummary({ record, handedOut, fate, endedAt, usage }));
    });
    if (!error)
        return;
    if (inputs.onRevokeFailure === 'fail')
        throw error;
    core.warning(error.message, { title: 'The Exoscale key was not revoked' });
}
// A full disk must not fail a job whose key is already revoked.
function takeBack(step, exported) {
    try {
        takeBackVariables(step, exported);
    }
    catch (error) {
        const names = Object.keys(exported).join(', ');
        step.core.warning(`${names} could not be cleared, so later steps still find the minted key there: ${messageOf(error)}`, { title: 'Variables of the minted key are left' });
    }
}

;// CONCATENATED MODULE: ./lib/run-post.js
// The part of `post` that is loaded only when there is something to revoke.


async function runPost() {
    await runStep('The Exoscale key was not revoked', revokeKey, { phase: 'post' });
}


/***/ })

};
