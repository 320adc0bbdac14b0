// Validates requests and answers against the specification, with ajv.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { installNpmPackages } from '../../src/npm-packages.ts';
import type { InteropContext } from '../../src/part.ts';
import type { Schema, Specification } from './specification.ts';
import { translateSchema } from './translate-schema.ts';
import type { Direction } from './translate-schema.ts';

/** @returns What is wrong, or an empty string. */
export type Validate = (schema: Schema, value: unknown, direction: Direction) => string;

// What is used of ajv, which is installed for this run and not a dependency.
interface Ajv {
  addSchema(schema: Schema, name: string): void;
  compile(schema: Schema): (value: unknown) => boolean;
  errorsText(errors?: unknown): string;
}

interface AjvModules {
  readonly Ajv: new (options: object) => Ajv;
  readonly addFormats: (ajv: Ajv) => void;
}

export async function createValidator(
  context: InteropContext,
  { schemas }: Specification,
): Promise<Validate> {
  const { Ajv, addFormats } = await loadAjv(context);
  // Not strict: OpenAPI's own keywords, such as `example`, are to be passed over. Some of the patterns
  // are no regular expressions under the flag `u`.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  for (const direction of ['request', 'answer'] as const) {
    const translated = Object.entries(schemas).map(
      ([name, schema]) => [name, translateSchema(schema, direction)] as const,
    );
    ajv.addSchema({ schemas: Object.fromEntries(translated) }, direction);
  }
  return (schema, value, direction) => {
    const validate = ajv.compile(translateSchema(schema, direction));
    if (validate(value)) return '';
    const { errors } = validate as unknown as { readonly errors: unknown };
    return ajv.errorsText(errors);
  };
}

async function loadAjv(context: InteropContext): Promise<AjvModules> {
  const manifests = fileURLToPath(new URL('npm', import.meta.url));
  const folder = await installNpmPackages(context, { name: 'specification-npm', manifests });
  const load = createRequire(join(folder, 'package.json'));
  const { Ajv } = load('ajv') as Pick<AjvModules, 'Ajv'>;
  const { default: addFormats } = load('ajv-formats') as { default: AjvModules['addFormats'] };
  return { Ajv, addFormats };
}
