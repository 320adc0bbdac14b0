// Loads the configuration as a whole: any mistake refuses all of it, with line and column.
import type { z } from 'zod';

import { addressProblem, databaseProblem } from './check-address.ts';
import { checkRule } from './check-rule.ts';
import { configSchema, type ConfigFile } from './config-schema.ts';
import type { Address, Config, KeySettings, StoreSettings } from './config.ts';
import { parseLocated, type LocatedDocument, type Path } from './located-document.ts';

/**
 * The configuration in `text`, read from the file `path`.
 *
 * @throws {BrokerError} `ERR_CONFIG_INVALID` with line and column.
 */
export function loadConfig(text: string, { path }: { readonly path: string }): Config {
  const document = parseLocated(text, { path });
  const result = configSchema.safeParse(document.value, { reportInput: false });
  if (!result.success) throw schemaFault(document, result.error);
  const file = result.data;
  checkAddresses(file, document);
  checkUnique(file, document);
  return {
    version: 1,
    listen: readAddress(file.listen),
    metrics: file.metrics === undefined ? undefined : readAddress(file.metrics),
    publicUrl: file['public-url'],
    store: readStore(file, document),
    organizations: Object.entries(file.organizations).map(([name, entry]) => {
      const { apiKey, apiSecretFile } = readKey(entry);
      const { zone, endpoint, previous } = entry;
      return {
        name,
        zone,
        endpoint,
        apiKey,
        apiSecretFile,
        previous: previous && readKey(previous),
      };
    }),
    issuers: Object.entries(file.issuers).map(([name, { kind, url }]) => ({ name, kind, url })),
    rules: file.rules.map((entry, index) => {
      const at = (rest: Path): Path => ['rules', index, ...rest];
      const issuer = Object.hasOwn(file.issuers, entry.issuer)
        ? file.issuers[entry.issuer]
        : undefined;
      if (!issuer)
        throw document.fault(at(['issuer']), 'No issuer has this name. Add it to issuers.');
      if (!Object.hasOwn(file.organizations, entry.organization)) {
        const problem = 'No organization has this name. Add it to organizations.';
        throw document.fault(at(['organization']), problem);
      }
      const refuse = (rest: Path, problem: string): Error => document.fault(at(rest), problem);
      return checkRule(entry, issuer.kind, { refuse });
    }),
    namePrefix: file['name-prefix'],
    paused: file.paused,
    trustedProxies: file['trusted-proxies'],
  };
}

function schemaFault(document: LocatedDocument, { issues }: z.ZodError): Error {
  // One at a time. A misspelled entry comes before the entry that is missing because of it.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) return document.fault([], 'The configuration is not valid.');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return document.fault([...issue.path, key], `Unknown entry ${JSON.stringify(key)}. Remove it.`);
  }
  const where = issue.path.length > 0 ? issue.path.join('.') : 'the file';
  if (issue.code !== 'invalid_type')
    return document.fault(issue.path, `${where}: ${issue.message}`);
  const parent: unknown = issue.path.slice(0, -1).reduce(memberOf, document.value);
  const name = issue.path.at(-1);
  if (name !== undefined && memberOf(parent, name) === undefined) {
    return document.fault(issue.path, `The entry ${where} is missing. Add it.`);
  }
  return document.fault(issue.path, `${where}: ${forms[issue.expected] ?? issue.message}`);
}

// What zod would call a record or an array.
const forms: Readonly<Record<string, string>> = {
  object: 'Expected entries of the form "name: value".',
  record: 'Expected entries of the form "name: value".',
  array: 'Expected a list.',
};

function memberOf(value: unknown, name: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[name]
    : undefined;
}

function checkAddresses(file: ConfigFile, document: LocatedDocument): void {
  const addresses: [Path, string][] = [
    [['public-url'], file['public-url']],
    ...Object.entries(file.issuers).map(([name, { url }]): [Path, string] => [
      ['issuers', name, 'url'],
      url,
    ]),
  ];
  for (const [path, address] of addresses) {
    const problem = addressProblem(address);
    if (problem !== undefined) throw document.fault(path, `The address ${problem}`);
  }
  for (const path of ['listen', 'metrics'] as const) {
    const address = file[path];
    if (address !== undefined && readAddress(address).port > 65_535) {
      throw document.fault([path], 'The port is larger than 65535.');
    }
  }
  if (file.metrics === file.listen && !file.listen.endsWith(':0')) {
    throw document.fault(['metrics'], 'The metrics cannot share this port. Choose another.');
  }
}

function checkUnique(file: ConfigFile, document: LocatedDocument): void {
  const urls = new Set<string>();
  for (const [name, { url }] of Object.entries(file.issuers)) {
    if (urls.has(url)) {
      throw document.fault(
        ['issuers', name, 'url'],
        'Another issuer has this address. Remove one.',
      );
    }
    urls.add(url);
  }
  const names = new Set<string>();
  for (const [index, { name }] of file.rules.entries()) {
    if (names.has(name)) {
      throw document.fault(['rules', index, 'name'], 'Another rule has this name. Rename one.');
    }
    names.add(name);
  }
}

function readKey(entry: Record<'api-key' | 'api-secret-file', string>): KeySettings {
  return { apiKey: entry['api-key'], apiSecretFile: entry['api-secret-file'] };
}

function readAddress(text: string): Address {
  const colon = text.lastIndexOf(':');
  return {
    host: text.slice(0, colon).replace(/^\[|\]$/g, ''),
    port: Number(text.slice(colon + 1)),
  };
}

function readStore(file: ConfigFile, document: LocatedDocument): StoreSettings {
  const { store, 'store-password-file': passwordFile } = file;
  const prefix = 'sqlite:';
  if (store.startsWith(prefix)) {
    if (passwordFile !== undefined) {
      const problem = 'SQLite does not use a password. Remove it, or use a PostgreSQL store.';
      throw document.fault(['store-password-file'], problem);
    }
    return { kind: 'sqlite', path: store.slice(prefix.length) };
  }
  const problem = databaseProblem(store);
  if (problem !== undefined) throw document.fault(['store'], `The address ${problem}`);
  return { kind: 'postgres', url: store, passwordFile };
}
