// What the operations of the object storage were called for legacy access keys (until 2024).
import { s3Operations } from './s3-operations.ts';

// Names that do not follow the rule below.
const irregular = new Map([
  ['get-sos-bucket-object-lock-configuration', 'get-object-lock-configuration'],
  ['list-sos-bucket', 'list-objects'],
  ['list-sos-bucket-multipart-uploads', 'list-multipart-uploads'],
  ['list-sos-bucket-versions', 'list-object-versions'],
  ['put-sos-bucket-object-lock-configuration', 'put-object-lock-configuration'],
]);

/**
 * Today's name of a legacy operation of the object storage, or `undefined` when it has none or is no
 * legacy name: `get-sos-object` is `get-object`.
 */
export function fromLegacySosName(name: string): string | undefined {
  const today = irregular.get(name) ?? name.replace('-sos-', '-');
  return today !== name && s3Operations.some((each) => each.name === today) ? today : undefined;
}
