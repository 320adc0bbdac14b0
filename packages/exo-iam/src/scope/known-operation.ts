// Every operation a policy can name: those of the API and those of S3.
import { operations, s3Operations } from '@x/exo-operations';

/** What compiling a scope needs to know of an operation. */
export interface KnownOperation {
  readonly name: string;
  readonly serviceClass: string;
  /** True when its result has to be asked for with `get-operation`. */
  readonly asynchronous: boolean;
  /** Of the specification; none for S3 operations. */
  readonly tags: readonly string[];
  /** False where the class, or for S3 the name itself, is derived and not documented. */
  readonly confirmed: boolean;
  /** True for an operation of the object storage that is about no bucket in particular. */
  readonly bucketless: boolean;
}

export const knownOperations: readonly KnownOperation[] = [
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

const byName = new Map(knownOperations.map((operation) => [operation.name, operation]));

export function findKnownOperation(name: string): KnownOperation | undefined {
  return byName.get(name);
}

/**
 * The operations of the object storage that make or remove a whole bucket. Naming a bucket does not grant
 * them: a scope that needs them beside resources names them among its operations.
 */
export const bucketMaking: readonly string[] = ['create-bucket', 'delete-bucket'];
