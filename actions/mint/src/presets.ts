// The input `export`: which environment variables later steps find the key in.
import { ActionError, readChoice } from '@x/action-kit';
import { isZoneName, parseList } from '@x/exo-iam';

export type Preset = 'exoscale' | 'terraform' | 'sos';

const words = ['exoscale', 'terraform', 'sos', 'none'] as const;

/**
 * @throws {ActionError} `ERR_INPUT_INVALID` for another word, `none` beside others, or `sos` without a zone
 *   whose name can be part of a host's.
 */
export function readPresets(text: string, zone: string | undefined): Preset[] {
  const named = parseList(text).map((word) => readChoice(word, { name: 'export', words }));
  const presets = named.filter((word) => word !== 'none');
  if (named.length === 0 || (presets.length > 0 && presets.length < named.length)) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      `The input export is ${JSON.stringify(text)}. Expected one or more of exoscale, terraform, sos, or none alone.`,
      { field: 'export' },
    );
  }
  if (presets.includes('sos') && !isZoneName(zone ?? '')) {
    throw new ActionError(
      'ERR_INPUT_INVALID',
      `The input zone is ${JSON.stringify(zone ?? '')}, and the export sos needs the zone of the buckets. Expected a name such as ch-gva-2.`,
      { field: 'zone' },
    );
  }
  return presets;
}

/** A minted key and where it is used. */
export interface Exportable {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly zone: string;
}

/** The variables of the presets, by name. */
export function variablesOf(
  presets: readonly Preset[],
  { apiKey, apiSecret, zone }: Exportable,
): Record<string, string> {
  const exoscale = { EXOSCALE_API_KEY: apiKey, EXOSCALE_API_SECRET: apiSecret };
  const variables: Record<Preset, Record<string, string>> = {
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
