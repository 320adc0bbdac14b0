// The form of the configuration file. What depends on several members is in check-rule.ts.
import { z } from 'zod';

const text = z.string('Expected text in quotes.').min(1, 'Expected text that is not empty.');
const address = text.regex(
  /^(?:[^\s:[\]]+|\[[0-9a-fA-F:.]+\]):\d{1,5}$/,
  'Expected HOST:PORT, such as 127.0.0.1:8787.',
);
const name = text.regex(
  /^[a-z0-9][a-z0-9-]{0,62}$/,
  'Expected a name of lower-case letters, digits and hyphens.',
);
const matchValue = z.union([text, z.array(text).min(1, 'Expected at least one value.')], {
  error: 'Expected text in quotes, or a list of such texts. Ids need quotes too.',
});

const key = {
  'api-key': text.regex(/^EXO[0-9a-zA-Z]+$/, 'Expected an API key that starts with EXO.'),
  'api-secret-file': text,
};

const organization = z
  .strictObject({
    zone: text.optional(),
    endpoint: text.optional(),
    ...key,
    previous: z.strictObject(key).optional(),
  })
  .refine(
    ({ zone, endpoint }) => (zone === undefined) !== (endpoint === undefined),
    'Expected either zone or endpoint.',
  );

const issuer = z.strictObject({
  kind: z.enum(['github', 'gitlab'], 'Expected kind github or gitlab. Others are not supported.'),
  url: text,
});

const ceiling = z.strictObject({
  operations: z.array(text).optional(),
  tags: z.array(text).optional(),
  resources: z.array(text).optional(),
  role: z.guid('Expected the id of a role, not its name.').optional(),
  'get-operation': z.enum(['auto', 'allow', 'deny']).optional(),
});

const rule = z.strictObject({
  name,
  issuer: name,
  organization: name,
  match: z.record(z.string(), matchValue),
  ceiling,
  'max-ttl': text,
  'max-live': z.int('Expected a whole number from 1 to 10000.').min(1).max(10_000),
  deadline: z.enum(['strict', 'lenient']).default('strict'),
  dangerous: z.boolean().default(false),
  'environment-is-protected': z.boolean().default(false),
});

export const configSchema = z.strictObject({
  version: z.literal(1, 'Expected version: 1.'),
  listen: address,
  metrics: address.optional(),
  'public-url': text,
  store: text.regex(
    /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/,
    'Expected sqlite:PATH or postgres://USER@HOST/DATABASE.',
  ),
  'store-password-file': text.optional(),
  organizations: z.record(name, organization),
  issuers: z.record(name, issuer),
  rules: z.array(rule),
  'name-prefix': text
    .regex(/^[a-zA-Z0-9_-]{1,32}$/, 'Expected 1 to 32 letters, digits, _ and -.')
    .default('exo-broker'),
  paused: z.boolean().default(false),
  'trusted-proxies': z
    .array(z.union([z.cidrv4(), z.cidrv6()], 'Expected an address range such as 10.0.0.0/8.'))
    .default([]),
});

export type ConfigFile = z.output<typeof configSchema>;
export type RuleEntry = ConfigFile['rules'][number];
