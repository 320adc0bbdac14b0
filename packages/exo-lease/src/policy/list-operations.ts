// Lists every operation that a policy can name.
import { operations, s3Operations } from '@x/exo-operations';

import type { Result } from '../output/print.ts';

export interface ListedOperation extends Result {
  readonly operation: string;
  readonly class: string;
  readonly access: 'read' | 'write';
  readonly asynchronous: string;
  readonly tags: readonly string[];
}

export const listedOperations: readonly ListedOperation[] = [
  ...operations.map(({ name, serviceClass, access, asynchronous, tags }) => ({
    operation: name,
    class: serviceClass,
    access,
    asynchronous: asynchronous ? 'yes' : 'no',
    tags: [...new Set([...tags, access === 'read' ? 'read' : ''])].filter(Boolean),
  })),
  ...s3Operations.map(({ name }) => ({
    operation: name,
    class: 'sos',
    access: /^(?:get|list|head)-/.test(name) ? ('read' as const) : ('write' as const),
    asynchronous: 'no',
    tags: ['sos', ...(/^(?:get|list)-/.test(name) ? ['read'] : [])],
  })),
].sort((a, b) => (a.operation < b.operation ? -1 : 1));
