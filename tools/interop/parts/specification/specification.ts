// The official specification, as far as it is read here.
import { readFileSync } from 'node:fs';

import { InteropError } from '../../src/interop-error.ts';

/** An OpenAPI 3.0 schema, or what is left of one once it is translated. */
export type Schema = Readonly<Record<string, unknown>>;

export interface SpecifiedParameter {
  readonly in: 'path' | 'query';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema: Schema } };
}

export interface SpecifiedOperation {
  readonly name: string;
  /** In upper case. */
  readonly method: string;
  /** With braces. */
  readonly path: string;
  readonly parameters: readonly SpecifiedParameter[];
  readonly body: Schema | undefined;
  /** By status. */
  readonly answers: ReadonlyMap<number, Schema>;
}

export interface Specification {
  readonly schemas: Readonly<Record<string, Schema>>;
  /** By name. */
  readonly operations: ReadonlyMap<string, SpecifiedOperation>;
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string;
            readonly parameters?: readonly SpecifiedParameter[];
            readonly requestBody?: Content;
            readonly responses: Readonly<Record<string, Content>>;
          }
        >
      >
    >
  >;
}

/** @throws {InteropError} `TOOL_MISSING` where there is no file, since it cannot be installed. */
export function readSpecification(file: string | undefined): Specification {
  if (file === undefined) {
    throw new InteropError(
      'TOOL_MISSING',
      'this part judges by the official OpenAPI specification, which is not in the repository; download https://openapi-v2.exoscale.com/source.json and name it with --spec FILE',
    );
  }
  return parseSpecification(readDocument(file));
}

export function parseSpecification({ components, paths }: Document): Specification {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): SpecifiedOperation => {
      const { operationId, parameters = [], requestBody, responses } = operation;
      const answers = Object.entries(responses).flatMap(([status, answer]) => {
        const schema = schemaOf(answer);
        return schema ? [[Number(status), schema] as const] : [];
      });
      return {
        name: operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        body: requestBody && schemaOf(requestBody),
        answers: new Map(answers),
      };
    }),
  );
  return {
    schemas: components.schemas,
    operations: new Map(operations.map((operation) => [operation.name, operation])),
  };
}

function readDocument(file: string): Document {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Document;
  } catch (cause) {
    const message = `--spec ${file} is no JSON file that can be read`;
    throw new InteropError('SETUP_FAILED', message, { cause });
  }
}

function schemaOf({ content }: Content): Schema | undefined {
  return content?.['application/json']?.schema;
}
