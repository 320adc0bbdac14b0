export const id = 378;
export const ids = [378];
export const modules = {

/***/ 7378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPolicy: () => (/* binding */ readPolicy)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _x_action_kit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2728);
// The input `policy`: JSON, or the path of a file that holds it.



// The largest policy that anybody wrote is a hundredth of it.
const maxBytes = 256 * 1024;
/**
 * The parsed policy. A file has to be inside the workspace, links followed: a checked-out repository
 * should not be able to name any other file of the runner.
 *
 * @throws {ActionError} `ERR_INPUT_INVALID`; the content is never quoted.
 */
function readPolicy({ env }, text) {
    // A list or a text is not a policy, and its content does not belong in a message about a path.
    const inline = /^\s*[{["]/.test(text);
    const what = inline
        ? 'The input policy'
        : `The file ${JSON.stringify(text.trim())} that the input policy names`;
    const json = inline
        ? text
        : decode(readWorkspaceFile(env['GITHUB_WORKSPACE'] || '.', text.trim()), what);
    try {
        return JSON.parse(json.replace(/^\uFEFF/, ''));
    }
    catch (error) {
        // Not a cause: the parser quotes what it read.
        throw invalid(`${what} is not valid JSON${placeOf(error, json)}. Expected an object such as {"default-service-strategy": "deny", "services": {}}.`);
    }
}
// V8 says `at position 17 (line 2 column 3)`, beside a part of the text.
function placeOf(error, json) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
    if (position === undefined)
        return '';
    const lines = json.slice(0, Number(position)).split('\n');
    return `: line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
function decode(bytes, what) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw invalid(`${what} is in UTF-16. Expected UTF-8; save it in that encoding.`);
    }
    return bytes.toString('utf8');
}
function readWorkspaceFile(workspace, path) {
    try {
        const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace);
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path));
        const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, file);
        if (!/^\.\.(?:[/\\]|$)/.test(inside) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside))
            return readFile(file, path);
    }
    catch (cause) {
        if (cause instanceof _x_action_kit__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l)
            throw cause;
        throw invalid(`The input policy names the file ${JSON.stringify(path)}, which cannot be read. Expected JSON that begins with {, or a path inside the workspace; check that the repository was checked out before this step.`, cause);
    }
    throw invalid(`The input policy names the file ${JSON.stringify(path)}, which is outside the workspace. Expected a path inside it.`);
}
// Opening without waiting, since a FIFO would block until somebody writes to it. What was opened is what is
// looked at.
function readFile(file, path) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        if (!facts.isFile() || facts.size > maxBytes) {
            const problem = facts.isFile() ? `has ${facts.size} bytes` : 'is not a regular file';
            throw invalid(`The input policy names ${JSON.stringify(path)}, which ${problem}. Expected a file of at most ${maxBytes} bytes.`);
        }
        const bytes = Buffer.alloc(maxBytes);
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, bytes, 0, maxBytes, 0);
        return bytes.subarray(0, length);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
function invalid(message, cause) {
    return new _x_action_kit__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l('ERR_INPUT_INVALID', message, { field: 'policy', cause });
}


/***/ })

};
