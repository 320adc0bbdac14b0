// The object storage's operations, which policies of class `sos` know and the specification does not.

/** An S3 operation as a policy names it. */
export interface S3Operation {
  readonly name: string;
  /** False where the name follows from its legacy form and was in no published policy. */
  readonly confirmed: boolean;
  /** True for an operation that is about no bucket in particular. */
  readonly bucketless: boolean;
}

// Seen in policies published by Exoscale or applied by its users.
const confirmed: readonly string[] = [
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
const derived: readonly string[] = [
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

const bucketless: readonly string[] = ['list-buckets'];

/** Every S3 operation known by name. There are more: see the README. */
export const s3Operations: readonly S3Operation[] = /* @__PURE__ */ [
  ...confirmed.map((name) => ({ name, confirmed: true, bucketless: bucketless.includes(name) })),
  ...derived.map((name) => ({ name, confirmed: false, bucketless: false })),
].sort((a, b) => (a.name < b.name ? -1 : 1));
