import { operations, s3Operations } from '@x/exo-operations';
import { expect, it } from 'vitest';

import { knownOperations } from '../../src/scope/known-operation.ts';

it('operations of S3 belong to the object storage and have no tag', () => {
  const added = knownOperations.slice(operations.length);
  expect(added).toEqual(
    s3Operations.map(({ name, confirmed, bucketless }) => ({
      name,
      serviceClass: 'sos',
      asynchronous: false,
      tags: [],
      confirmed,
      bucketless,
    })),
  );
});
