// The input `policy`: JSON, or the path of a file that holds it.
import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

import { ActionError, type Step } from '@x/action-kit';

/**
 * The parsed policy. A file has to be inside the workspace, links followed: a checked-out repository
 * should not be able to name any other file of the runner.
 *
 * @throws {ActionError} `ERR_INPUT_INVALID`; the content is never quoted.
 */
export function readPolicy({ env }: Pick<Step, 'env'>, text: string): unknown {
  const inline = text.trimStart().startsWith('{');
  const json = inline ? text : readWorkspaceFile(env['GITHUB_WORKSPACE'] || '.', text.trim());
  try {
    return JSON.parse(json);
  } catch {
    // Not a cause: the parser quotes what it read.
    const where = inline
      ? 'The input policy'
      : `The file ${text.trim()} that the input policy names`;
    throw invalid(
      `${where} is no JSON. Expected an object such as {"default-service-strategy": "deny", "services": {}}.`,
    );
  }
}

function readWorkspaceFile(workspace: string, path: string): string {
  try {
    const root = realpathSync(workspace);
    const file = realpathSync(resolve(root, path));
    const inside = relative(root, file);
    if (!/^\.\.(?:[/\\]|$)/.test(inside) && !isAbsolute(inside)) return readFileSync(file, 'utf8');
  } catch (cause) {
    throw invalid(
      `The input policy names the file ${JSON.stringify(path)}, which cannot be read. Expected JSON that begins with {, or a path inside the workspace; check that the repository was checked out before this step.`,
      cause,
    );
  }
  throw invalid(
    `The input policy names the file ${JSON.stringify(path)}, which is outside the workspace. Expected a path inside it.`,
  );
}

function invalid(message: string, cause?: unknown): ActionError {
  return new ActionError('ERR_INPUT_INVALID', message, { field: 'policy', cause });
}
