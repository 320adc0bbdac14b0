// The input `policy`: JSON, or the path of a file that holds it.
import { openSync, closeSync, fstatSync, constants, readSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

import { ActionError, type Step } from '@x/action-kit';

// The largest policy that anybody wrote is a hundredth of it.
const maxBytes = 256 * 1024;

/**
 * The parsed policy. A file has to be inside the workspace, links followed: a checked-out repository
 * should not be able to name any other file of the runner.
 *
 * @throws {ActionError} `ERR_INPUT_INVALID`; the content is never quoted.
 */
export function readPolicy({ env }: Pick<Step, 'env'>, text: string): unknown {
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
  } catch (error) {
    // Not a cause: the parser quotes what it read.
    throw invalid(
      `${what} is not valid JSON${placeOf(error, json)}. Expected an object such as {"default-service-strategy": "deny", "services": {}}.`,
    );
  }
}

// V8 says `at position 17 (line 2 column 3)`, beside a part of the text.
function placeOf(error: unknown, json: string): string {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
  if (position === undefined) return '';
  const lines = json.slice(0, Number(position)).split('\n');
  return `: line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

function decode(bytes: Buffer, what: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw invalid(`${what} is in UTF-16. Expected UTF-8; save it in that encoding.`);
  }
  return bytes.toString('utf8');
}

function readWorkspaceFile(workspace: string, path: string): Buffer {
  try {
    const root = realpathSync(workspace);
    const file = realpathSync(resolve(root, path));
    const inside = relative(root, file);
    if (!/^\.\.(?:[/\\]|$)/.test(inside) && !isAbsolute(inside)) return readFile(file, path);
  } catch (cause) {
    if (cause instanceof ActionError) throw cause;
    throw invalid(
      `The input policy names the file ${JSON.stringify(path)}, which cannot be read. Expected JSON that begins with {, or a path inside the workspace; check that the repository was checked out before this step.`,
      cause,
    );
  }
  throw invalid(
    `The input policy names the file ${JSON.stringify(path)}, which is outside the workspace. Expected a path inside it.`,
  );
}

// Opening without waiting, since a FIFO would block until somebody writes to it. What was opened is what is
// looked at.
function readFile(file: string, path: string): Buffer {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const facts = fstatSync(descriptor);
    if (!facts.isFile() || facts.size > maxBytes) {
      const problem = facts.isFile() ? `has ${facts.size} bytes` : 'is not a regular file';
      throw invalid(
        `The input policy names ${JSON.stringify(path)}, which ${problem}. Expected a file of at most ${maxBytes} bytes.`,
      );
    }
    const bytes = Buffer.alloc(maxBytes);
    const length = readSync(descriptor, bytes, 0, maxBytes, 0);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function invalid(message: string, cause?: unknown): ActionError {
  return new ActionError('ERR_INPUT_INVALID', message, { field: 'policy', cause });
}
