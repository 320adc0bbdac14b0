// Reads `sos/bucket:NAME`, the form of the legacy command line and of Terraform.
import { ExoIamError } from '../errors.ts';
import { visible } from './visible.ts';

/**
 * The names of the buckets. Only characters that are safe inside a CEL string pass.
 *
 * @throws {ExoIamError} `ERR_RESOURCE_INVALID` for another form, another kind of resource, or a name
 *   that no bucket can have.
 */
export function readResources(resources: readonly string[]): string[] {
  return resources.map((resource) => {
    // Stryker disable next-line ArrayDeclaration: the first member is not read.
    const [, domain, type, name = ''] = /^([^/:]*)\/([^/:]*):(.*)/s.exec(resource) ?? [];
    if (domain !== 'sos' || type !== 'bucket') {
      throw invalid(resource, 'is not of a kind that a policy can restrict');
    }
    if (/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,61}[a-zA-Z0-9]$/.test(name)) return name;
    throw invalid(resource, 'does not name a bucket');
  });
}

function invalid(resource: string, problem: string): ExoIamError {
  return new ExoIamError(
    'ERR_RESOURCE_INVALID',
    `The resource ${visible(resource)} ${problem}. Expected "sos/bucket:NAME" with a name of 3 to 63 letters, digits, dots and hyphens.`,
    { field: 'resources' },
  );
}
