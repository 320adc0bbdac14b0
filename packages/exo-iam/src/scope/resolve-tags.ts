// From tags to the operations they stand for.
import { serviceClasses } from '@x/exo-operations';

import { ExoIamError } from '../errors.ts';
import { didYouMean } from '../nearest-names.ts';
import { knownOperations, type KnownOperation } from './known-operation.ts';
import { visible } from './visible.ts';

/** What a tag stands for. */
export interface ResolvedTag {
  readonly tag: string;
  /** The class that the tag grants as a whole, operations without a known name included. */
  readonly wholeClass: string | undefined;
  readonly operations: readonly KnownOperation[];
}

/**
 * What tags stand for. A service class is all of it; a tag of the specification its operations; `read`
 * every `get-…` and `list-…`; two with a colon what both have.
 *
 * @throws {ExoIamError} `ERR_TAG_UNKNOWN` naming what is near it.
 */
export function resolveTags(tags: readonly string[]): ResolvedTag[] {
  return tags.map((tag) => {
    const parts = tag.split(':');
    const operations = knownOperations.filter((operation) =>
      parts.every((part) => predicateOf(part)(operation)),
    );
    if (operations.length > 0) {
      return { tag, wholeClass: classNames.includes(tag) ? tag : undefined, operations };
    }
    throw unknownTag(`The tag ${visible(tag)} does not stand for any operation`);
  });
}

const classNames = serviceClasses.map(({ name }) => name);
const tagNames = [...new Set(knownOperations.flatMap(({ tags }) => tags))];

function predicateOf(part: string): (operation: KnownOperation) => boolean {
  if (part === 'read') return ({ name }) => name.startsWith('get-') || name.startsWith('list-');
  // The class goes first: `compute` the class has more than `compute` the tag.
  if (classNames.includes(part)) return ({ serviceClass }) => serviceClass === part;
  if (tagNames.includes(part)) return ({ tags }) => tags.includes(part);
  const hint = didYouMean(part, [...new Set([...classNames, ...tagNames, 'read'])]);
  throw unknownTag(`The tag ${visible(part)} does not exist${hint}`);
}

function unknownTag(problem: string): ExoIamError {
  return new ExoIamError(
    'ERR_TAG_UNKNOWN',
    `${problem}. Expected a service class (${classNames.join(', ')}), a tag of the API reference such as "instance", "read", or two of them with a colon such as "compute:read".`,
    { field: 'tags' },
  );
}
