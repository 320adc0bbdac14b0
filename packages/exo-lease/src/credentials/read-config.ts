// Reads exoscale.toml. Errors do not quote the file, because it holds secrets.
import { readFileSync, statSync } from 'node:fs';

import { parse, TomlError } from 'smol-toml';

import { ExoLeaseError } from '../errors.ts';
import { readMember, type TomlTable } from './toml-members.ts';

/** One account, as in the file. */
export interface Account {
  readonly name: string;
  readonly key?: string | undefined;
  readonly secret?: string | undefined;
  readonly secretCommand?: readonly string[] | undefined;
  readonly defaultZone?: string | undefined;
  readonly endpoint?: string | undefined;
}

export interface ConfigFile {
  readonly defaultAccount: string | undefined;
  readonly accounts: readonly Account[];
  /** Whether other users of the machine can read it. */
  readonly isExposed: boolean;
}

/** @throws {ExoLeaseError} `ERR_CONFIG_UNREADABLE`, `ERR_CONFIG_INVALID`. */
export function readConfig(path: string): ConfigFile {
  const table = parseToml(path, readText(path));
  const list = readMember(table, 'accounts', { path, type: 'list' }) ?? [];
  return {
    defaultAccount: readMember(table, 'defaultaccount', { path, type: 'text' }),
    accounts: list.map((account) => readAccount(account, path)),
    isExposed: process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0,
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new ExoLeaseError(
      'ERR_CONFIG_UNREADABLE',
      `The configuration file ${path} cannot be read (${reason}). Check the path given by --config or EXOSCALE_CONFIG.`,
    );
  }
}

function parseToml(path: string, text: string): TomlTable {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The parser's message and the error itself quote the lines around the mistake.
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new ExoLeaseError(
      'ERR_CONFIG_INVALID',
      `The configuration file ${path} is not valid TOML at line ${error.line}, column ${error.column}: ${reason}. Correct the file.`,
    );
  }
}

function readAccount(table: TomlTable, path: string): Account {
  const text = (name: string): string | undefined =>
    readMember(table, name, { path, type: 'text' });
  return {
    name: text('name') ?? '',
    key: text('key'),
    secret: text('secret'),
    secretCommand: readMember(table, 'secretcommand', { path, type: 'words' }),
    defaultZone: text('defaultzone'),
    endpoint: text('endpoint'),
  };
}
