// The option --policy: JSON, `-` for standard input, or the path of a file.
import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';

import type { Context } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';

/** @throws {ExoLeaseError} `ERR_USAGE`. The content is not quoted. */
export async function readPolicyOption(context: Context, value: string): Promise<unknown> {
  const [where, json] = await readSource(context, value);
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // Without a cause, because the parser quotes what it read.
    throw new ExoLeaseError(
      'ERR_USAGE',
      `${where} is not valid JSON. Expected an object such as {"default-service-strategy": "deny", "services": {}}.`,
    );
  }
}

async function readSource(context: Context, value: string): Promise<[where: string, json: string]> {
  if (value.trimStart().startsWith('{')) return ['The value of --policy', value];
  if (value === '-') return ['The policy on standard input', await readAll(context.stdin)];
  try {
    return [`The policy file ${value}`, readFileSync(value, 'utf8')];
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new ExoLeaseError(
      'ERR_USAGE',
      `The policy file ${value} cannot be read (${reason}). Expected a path, JSON that begins with {, or - for standard input.`,
    );
  }
}
