// The version of this package.
import { readFileSync } from 'node:fs';

export function readVersion(): string {
  // By its name, since the build bundles the command into a file elsewhere.
  const text = readFileSync(new URL(import.meta.resolve('@x/exo-broker/package.json')), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
