/** The HTTP methods the Exoscale API uses. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the Exoscale API, as its OpenAPI specification names it. */
export interface Operation {
  /** The `operationId`, which is also the name that IAM policies know it by: `list-zones`. */
  readonly name: string;
  readonly method: HttpMethod;
  /** Path below `/v2`, with parameters in braces: `/iam-role/{id}:policy`. */
  readonly path: string;
  /** The class of an IAM policy under which the operation is decided: `compute`, `iam`, `sos`, … */
  readonly serviceClass: string;
  /**
   * False where no published source says which class the operation belongs to and the value is
   * derived from its tag.
   */
  readonly serviceClassConfirmed: boolean;
  /** Tags of the specification, finest first, each followed by its ancestors: `instance`, `compute`. */
  readonly tags: readonly string[];
  /** True when the answer is an `operation` to be polled with `get-operation`. */
  readonly asynchronous: boolean;
  /** `read` for GET and for operations named `get-…` or `list-…`, `write` for everything else. */
  readonly access: 'read' | 'write';
}
