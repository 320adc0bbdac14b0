// The legacy (IAM v2) access key operations, which the official specification listed until June
// 2024 and the catalogue therefore does not, and the names legacy keys knew S3 operations by.
import {
  operations,
  type HttpMethod,
  type Operation,
  type OperationMatch,
} from '@x/exo-operations';

/** The operations themselves, in the form of the catalogue's. */
export const accessKeyOperations: readonly Operation[] = [
  row('create-access-key', 'POST', '/access-key'),
  row('list-access-keys', 'GET', '/access-key'),
  row('get-access-key', 'GET', '/access-key/{key}'),
  row('revoke-access-key', 'DELETE', '/access-key/{key}'),
  row('list-access-key-known-operations', 'GET', '/access-key-known-operations'),
  row('list-access-key-operations', 'GET', '/access-key-operations'),
];

// From published key definitions. Only the API ever served the full list.
const objectStorageOperations = [
  'abort-sos-multipart-upload',
  'by-pass-sos-governance-retention',
  'create-sos-bucket',
  'delete-sos-bucket',
  'delete-sos-object',
  'get-sos-bucket-acl',
  'get-sos-bucket-cors',
  'get-sos-bucket-location',
  'get-sos-bucket-object-lock-configuration',
  'get-sos-bucket-ownership-controls',
  'get-sos-bucket-versioning',
  'get-sos-object',
  'get-sos-object-acl',
  'get-sos-object-legal-hold',
  'get-sos-object-retention',
  'list-sos-bucket',
  'list-sos-bucket-multipart-uploads',
  'list-sos-bucket-versions',
  'list-sos-buckets',
  'put-sos-bucket-acl',
  'put-sos-bucket-cors',
  'put-sos-bucket-object-lock-configuration',
  'put-sos-bucket-ownership-controls',
  'put-sos-bucket-versioning',
  'put-sos-object',
  'put-sos-object-acl',
  'put-sos-object-legal-hold',
  'put-sos-object-retention',
];

/** Every operation a legacy key can be restricted to, with the tags that stand for it. */
export const knownOperations: ReadonlyMap<string, readonly string[]> = new Map([
  ...[...operations, ...accessKeyOperations].map(
    ({ name, serviceClass, tags, access }) =>
      [name, tagsOf([...tags, serviceClass], access === 'read')] as const,
  ),
  ...objectStorageOperations.map(
    (name) => [name, tagsOf(['sos'], /^(?:get|list)-/.test(name))] as const,
  ),
]);

export function matchLegacyOperation(method: string, path: string): OperationMatch | undefined {
  const [, collection, key] = /^(\/[a-z-]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  const template = key === undefined ? collection : `${collection}/{key}`;
  const operation = accessKeyOperations.find(
    (candidate) => candidate.method === method && candidate.path === template,
  );
  return (
    operation && {
      operation,
      pathParameters: key === undefined ? {} : { key: decodeURIComponent(key) },
    }
  );
}

function row(name: string, method: HttpMethod, path: string): Operation {
  return {
    name,
    method,
    path,
    serviceClass: 'iam',
    serviceClassConfirmed: false,
    tags: ['access-key', 'iam'],
    asynchronous: method === 'DELETE',
    access: method === 'GET' ? 'read' : 'write',
  };
}

function tagsOf(tags: readonly string[], isRead: boolean): readonly string[] {
  return [...new Set(isRead ? [...tags, 'read'] : tags)];
}
