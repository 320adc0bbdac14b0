// The resource that a legacy access key is limited to. Tools write it as `sos/bucket:NAME`.

/** What a legacy access key is limited to, for example `sos/bucket:NAME`. */
export interface AccessKeyResource {
  readonly domain: 'partner' | 'sos';
  readonly 'resource-type': 'bucket' | 'product';
  readonly 'resource-name': string;
}

export function isAccessKeyResource(value: unknown): value is AccessKeyResource {
  if (typeof value !== 'object' || value === null) return false;
  const { domain, 'resource-type': type, 'resource-name': name } = value as Record<string, unknown>;
  return (
    (domain === 'partner' || domain === 'sos') &&
    (type === 'bucket' || type === 'product') &&
    typeof name === 'string' &&
    name !== ''
  );
}

export function isSameResource(a: AccessKeyResource, b: AccessKeyResource): boolean {
  return (
    a.domain === b.domain &&
    a['resource-type'] === b['resource-type'] &&
    a['resource-name'] === b['resource-name']
  );
}
