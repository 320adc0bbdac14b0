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
  readonly zone: string;
}

/**
 * The variables of the presets, by name.
 *
 * @throws {ExoIamError} `ERR_ZONE_INVALID` for `sos` without a zone whose name can be part of a host's.
 */
export function keyVariables(
  presets: readonly VariablePreset[],
  { apiKey, apiSecret, zone }: Exportable,
): Record<string, string> {
  if (presets.includes('sos') && !isZoneName(zone)) {
    throw new ExoIamError(
      'ERR_ZONE_INVALID',
      `The zone is ${JSON.stringify(zone)}, and the preset sos needs the zone of the buckets. Expected a name such as "ch-gva-2".`,
      { field: 'zone' },
    );
  }
  const exoscale = { EXOSCALE_API_KEY: apiKey, EXOSCALE_API_SECRET: apiSecret };
  const variables: Record<VariablePreset, Record<string, string>> = {
    exoscale,
    // The provider prefers these two, so a stale value in them would win over the minted key.
    terraform: { ...exoscale, EXOSCALE_KEY: apiKey, EXOSCALE_SECRET: apiSecret },
    sos: {
      AWS_ACCESS_KEY_ID: apiKey,
      AWS_SECRET_ACCESS_KEY: apiSecret,
      AWS_ENDPOINT_URL_S3: `https://sos-${zone}.exo.io`,
      AWS_REGION: zone,
    },
  };
  return Object.assign({}, ...presets.map((preset) => variables[preset])) as Record<string, string>;
}
