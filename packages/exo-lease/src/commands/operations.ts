// `exo-lease operations`: the operations that exist, or those that the key in use may do.
import { connect } from '../connect.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { note } from '../output/messages.ts';
import { printList } from '../output/print.ts';
import { listedOperations, type ListedOperation } from '../policy/list-operations.ts';

export interface OperationsOptions extends GlobalOptions {
  readonly mine: boolean;
  readonly tag: readonly string[];
}

const columns = ['operation', 'class', 'access', 'asynchronous', 'tags'] as const;

/** @throws {ExoLeaseError} `ERR_USAGE` for a tag that no operation has. */
export async function operations(
  context: Context,
  options: OperationsOptions,
  text: string | undefined,
): Promise<void> {
  const listed = select(options, text);
  if (!options.mine) {
    printList(context, listed, { columns, ...options });
    return;
  }
  const { client, connection } = await connect(context, options);
  // Loaded only here, because the evaluator is a third of the bundle.
  const { decideMine } = await import('../policy/decide-mine.ts');
  const { rows, notes } = await decideMine(client, listed, {
    apiKey: connection.apiKey,
    signal: context.signal,
  });
  printList(context, rows, {
    columns: ['operation', 'class', 'mine', 'access', 'tags'],
    ...options,
  });
  for (const each of notes) note(context, `note: ${each}`, options);
}

function select({ tag }: OperationsOptions, text: string | undefined): readonly ListedOperation[] {
  const wanted = tag.flatMap((each) => each.split(',')).map((each) => each.trim().toLowerCase());
  const tags = new Set(listedOperations.flatMap((each) => [...each.tags, each.class]));
  const unknown = wanted.find((each) => !each.split(':').every((part) => tags.has(part)));
  if (unknown !== undefined) {
    throw new ExoLeaseError(
      'ERR_USAGE',
      `No operation has the tag ${JSON.stringify(unknown)}. Expected one of: ${[...tags].sort().join(', ')}.`,
    );
  }
  const needle = text?.toLowerCase();
  return listedOperations.filter(
    ({ operation, tags: own, class: serviceClass }) =>
      (needle === undefined || operation.includes(needle)) &&
      (wanted.length === 0 ||
        wanted.some((each) =>
          each.split(':').every((part) => own.includes(part) || serviceClass === part),
        )),
  );
}
