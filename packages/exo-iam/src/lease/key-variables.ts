// Which environment variables the clients of a key look for it in.
import { isZoneName } from '../client/endpoint.ts';
import { ExoIamError } from '../errors.ts';

/** Clients that a set of variables is for, by name. */
export const variablePresets = ['exoscale', 'terraform', 'sos'] as const;

/**
 * - `exoscale`: the exo CLI and everything built on egoscale.
 * - `terraform`: the same, and the two variables that the provider prefers.
 * - `sos`: S3 clients.
 */
export type VariablePreset = (typeof variablePresets)[number];

/** A minted key and where it is used. */
export interface Exportable {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The zone that somebody named. Never a default: other clients have another one. */
  readonly zone?: string | undefined;
  /** The API's base URL, where somebody named one instead of a zone's. */
  readonly endpoint?: string | undefined;
}

/**
 * The variables of the presets, by name.
 *
 * The endpoint is left out with `terraform`: the provider would use it for a part of its calls only.
 *
 * @throws {ExoIamError} `ERR_ZONE_INVALID` for `sos` without a zone whose name can be part of a host's.
 */
export function keyVariables(
  presets: readonly VariablePreset[],
  { apiKey, apiSecret, zone, endpoint }: Exportable,
): Record<string, string> {
  const key = { EXOSCALE_API_KEY: apiKey, EXOSCALE_API_SECRET: apiSecret };
  const inZone = { ...key, ...(zone !== undefined && { EXOSCALE_ZONE: zone }) };
  const terraform = presets.includes('terraform');
  const variables: Record<VariablePreset, () => Record<string, string>> = {
    exoscale: () =>
      endpoint === undefined || terraform ? inZone : { ...inZone, EXOSCALE_API_ENDPOINT: endpoint },
    // The provider prefers these two, so a stale value in them would win over the minted key.
    terraform: () => ({ ...key, EXOSCALE_KEY: apiKey, EXOSCALE_SECRET: apiSecret }),
    sos: () => ({
      AWS_ACCESS_KEY_ID: apiKey,
      AWS_SECRET_ACCESS_KEY: apiSecret,
      AWS_ENDPOINT_URL_S3: `https://sos-${requireZone(zone)}.exo.io`,
      AWS_REGION: requireZone(zone),
      // boto3 does not read AWS_REGION and would sign for us-east-1.
      AWS_DEFAULT_REGION: requireZone(zone),
    }),
  };
  return Object.assign({}, ...presets.map((preset) => variables[preset]())) as Record<
    string,
    string
  >;
}

function requireZone(zone = ''): string {
  if (isZoneName(zone)) return zone;
  throw new ExoIamError(
    'ERR_ZONE_INVALID',
    `The zone is ${JSON.stringify(zone)}, and the preset sos needs the zone of the buckets. Expected a name such as "ch-gva-2".`,
    { field: 'zone' },
  );
}
